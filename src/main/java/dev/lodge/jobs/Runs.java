package dev.lodge.jobs;

import dev.lodge.tenancy.FleetMigration;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out what was taken up: binds the tenant, has the work done, and leaves the row as it must be. */
@Component
class Runs {

    private static final Logger log = LoggerFactory.getLogger(Runs.class);

    /** How long work of a suspended tenant waits until it is looked at again; a tenant that is resumed is looked at at once. */
    private static final Duration WHILE_SUSPENDED = Duration.ofHours(1);

    /** The same for a tenant whose schema is older than this release. */
    private static final Duration WHILE_BEHIND = Duration.ofSeconds(15);

    private final Works works;
    private final TenantRegistry registry;
    private final Schedule schedule;
    private final TransactionTemplate reading;
    private final InstantSource clock;

    Runs(
            Works works,
            TenantRegistry registry,
            Schedule schedule,
            PlatformTransactionManager tenantTransactionManager,
            InstantSource clock) {
        this.works = works;
        this.registry = registry;
        this.schedule = schedule;
        this.reading = new TransactionTemplate(tenantTransactionManager);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /** The kinds of work that can be carried out here. */
    Set<String> kinds() {
        return works.names();
    }

    /** @param stopping whether this node is on its way out, so that a run that breaks off is nobody's failure */
    void carryOut(Run run, BooleanSupplier stopping) {
        TenantWork work = works.named(run.work()).orElseThrow();
        Optional<Tenant> found = registry.byId(run.tenantId());
        if (found.isEmpty()) {
            schedule.drop(run);
            return;
        }
        Tenant tenant = found.get();
        if (tenant.isSuspended()) {
            Instant now = clock.instant();
            schedule.park(run, now.plus(WHILE_SUSPENDED), now);
        } else if (tenant.schemaVersion() < FleetMigration.latest()) {
            schedule.postpone(run, clock.instant().plus(WHILE_BEHIND));
        } else {
            try (var logged = MDC.putCloseable("tenant", tenant.slug().value())) {
                Tenants.run(tenant, () -> attempt(run, work, stopping));
            }
        }
    }

    /** A run whose node went silent. It counts as failed, so that work which takes nodes down does so a few times only. */
    void lost(Run run, String node) {
        Instant now = clock.instant();
        log.warn("The node {} that had taken up {} went silent; it is taken over.", node, run);
        boolean again = works.named(run.work()).orElseThrow().retries().allowAfter(run.failures() + 1);
        boolean had = again
                ? schedule.retry(run, now, now)
                : schedule.giveUp(run, "The node %s went silent in the midst of it.".formatted(node), now);
        tellIfTaken(run, had);
    }

    private void attempt(Run run, TenantWork work, BooleanSupplier stopping) {
        try {
            work.run();
            // The tenant's connection first: writers of this tenant may hold all the others while they wait for the end
            // to be decided, and a decision that then waited for one of those would never come.
            boolean had =
                    Boolean.TRUE.equals(reading.execute(transaction -> schedule.end(run, work::next, clock.instant())));
            tellIfTaken(run, had);
        } catch (Throwable failure) {
            if (stopping.getAsBoolean()) {
                // Whoever stops a node interrupts what does not end, and nothing can be borrowed from a pool like that.
                Thread.interrupted();
                schedule.postpone(run, clock.instant());
            } else {
                fail(run, work.retries(), failure);
            }
        }
    }

    private void fail(Run run, Retries retries, Throwable failure) {
        Instant now = clock.instant();
        int failures = run.failures() + 1;
        if (retries.allowAfter(failures)) {
            Instant again = now.plus(retries.waitAfter(failures));
            log.warn(
                    "{} failed, {} of {}; it is tried again at {}.", run, failures, retries.attempts(), again, failure);
            tellIfTaken(run, schedule.retry(run, again, now));
        } else {
            log.error("{} failed {} times and is not tried again by itself.", run, failures, failure);
            tellIfTaken(run, schedule.giveUp(run, ErrorText.of(failure), now));
        }
    }

    private static void tellIfTaken(Run run, boolean had) {
        if (!had) {
            log.warn("{} was taken over by another node meanwhile.", run);
        }
    }
}
