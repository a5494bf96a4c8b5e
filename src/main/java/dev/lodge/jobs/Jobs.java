package dev.lodge.jobs;

import dev.lodge.schema.jobs.Routines;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where modules say when a tenant has work due. */
@Component
public final class Jobs {

    private final TenantDatabase tenants;
    private final Works works;
    private final Doorbell doorbell;
    private final InstantSource clock;

    Jobs(TenantDatabase tenants, Works works, Doorbell doorbell, InstantSource clock) {
        this.tenants = tenants;
        this.works = works;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    /**
     * The tenant in force has this work at that moment, if nothing earlier is known. Within the transaction under way: commits or rolls
     * back with it. May be called for every item; a transaction tells the earliest moment of each kind once, at its end.
     *
     * @param work the {@link TenantWork#name() name} of a kind of work
     * @param at a moment past means now: work does not overtake what others have had due for longer
     * @throws IllegalArgumentException for a kind that there is not
     * @throws dev.lodge.tenancy.NoTenantBound without a tenant
     */
    public void wake(String work, Instant at) {
        if (works.named(work).isEmpty()) {
            throw new IllegalArgumentException("There is no work called %s, only %s.".formatted(work, works.names()));
        }
        Instant now = clock.instant();
        Instant moment = at.isBefore(now) ? now : at;
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            wakes().earliest.merge(work, moment, (a, b) -> a.isBefore(b) ? a : b);
        } else if (tell(Map.of(work, moment))) {
            doorbell.ring();
        }
    }

    private Wakes wakes() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Wakes.class::isInstance)
                .map(Wakes.class::cast)
                .findFirst()
                .orElseGet(this::register);
    }

    private Wakes register() {
        var wakes = new Wakes();
        TransactionSynchronizationManager.registerSynchronization(wakes);
        return wakes;
    }

    /** Whether something that is due already was scheduled thereby. */
    private boolean tell(Map<String, Instant> earliest) {
        Instant now = clock.instant();
        boolean due = false;
        for (Map.Entry<String, Instant> wake : earliest.entrySet()) {
            boolean scheduled = tenants.renderedOnce("wake", Jobs::wake, wake.getKey(), wake.getValue())
                    .fetchSingle(0, boolean.class);
            due |= scheduled && !wake.getValue().isAfter(now);
        }
        return due;
    }

    private static Select<?> wake(DSLContext sql) {
        return sql.select(Routines.wake(DSL.val("work"), DSL.val(Instant.EPOCH)));
    }

    /**
     * The wakes of one transaction. They are told last of all and in the order of their names: each may have to wait for another
     * transaction of the tenant that tells the same, and nobody who waits here then holds what that one still needs.
     */
    private final class Wakes implements TransactionSynchronization {

        private final SortedMap<String, Instant> earliest = new TreeMap<>();
        private boolean due;

        @Override
        public void beforeCommit(boolean readOnly) {
            due = tell(earliest);
            earliest.clear();
        }

        @Override
        public void afterCommit() {
            if (!earliest.isEmpty()) {
                throw new IllegalStateException("%s was woken too late, in the midst of a commit.".formatted(earliest));
            }
            if (due) {
                doorbell.ring();
            }
        }
    }
}
