package dev.lodge.jobs;

import static dev.lodge.schema.platform.Tables.SCHEDULED_TASKS;

import dev.lodge.schema.platform.tables.records.ScheduledTasksRecord;
import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The module put together around one kind of work that no other test knows. */
final class Stage {

    /** What the tests of this module need of the application. */
    @Component
    record Machinery(
            PlatformDatabase platform,
            TenantDatabase tenants,
            TenantRegistry registry,
            PlatformTransactionManager transactions,
            Schedule schedule) {}

    final Errands errands;
    final Jobs jobs;
    final Runs runs;
    final Schedule schedule;
    final DueWork due;
    final Wakeups wakeups;

    private final Doorbell doorbell = new Doorbell();
    private final Machinery machinery;
    private final InstantSource clock;

    Stage(Machinery machinery, InstantSource clock) {
        this.machinery = machinery;
        this.clock = clock;
        this.errands = new Errands(machinery.tenants(), clock);
        var works = new Works(() -> List.of(errands));
        this.jobs = new Jobs(machinery.tenants(), works, doorbell, clock);
        this.schedule = machinery.schedule();
        this.runs = new Runs(works, machinery.registry(), schedule, machinery.transactions(), clock);
        this.wakeups = new Wakeups(works, jobs, machinery.transactions());
        this.due = new DueWork(runs, machinery.platform(), clock);
    }

    /** A transaction of the tenant that puts errands on its list and wakes them. */
    void give(Tenant tenant, Instant... moments) {
        Tenants.run(
                tenant,
                () -> new TransactionTemplate(machinery.transactions()).executeWithoutResult(transaction -> {
                    errands.add(moments);
                    for (Instant moment : moments) {
                        jobs.wake(Errands.NAME, moment);
                    }
                }));
    }

    List<Integer> done(Tenant tenant) {
        return Tenants.in(tenant, errands::done);
    }

    /** Takes up what the tenant has due. */
    Run takeUp(Tenant tenant) {
        return due.takeUp(SCHEDULED_TASKS.TASK_INSTANCE.eq(Long.toString(tenant.id())))
                .orElseThrow();
    }

    Optional<ScheduledTasksRecord> row(Tenant tenant) {
        return machinery
                .platform()
                .sql()
                .fetchOptional(
                        SCHEDULED_TASKS,
                        SCHEDULED_TASKS.TASK_NAME.eq(Errands.NAME),
                        SCHEDULED_TASKS.TASK_INSTANCE.eq(Long.toString(tenant.id())));
    }

    Optional<Instant> scheduled(Tenant tenant) {
        return row(tenant).map(ScheduledTasksRecord::getExecutionTime);
    }

    Node node(Duration heartbeat) {
        return node(heartbeat, 50, 4);
    }

    Node node(Duration heartbeat, int pollingMs, int threads) {
        var settings = new JobsSettings(true, threads, pollingMs, heartbeat);
        return new Node(runs, doorbell, machinery.platform(), settings, clock);
    }
}
