package dev.lodge.jobs;

import dev.lodge.tenancy.FleetMigration;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out from a tenant's own tables what it has due, and schedules it. That is known already unless the tables are others than they
 * were: a tenant's schema that was restored brings its due work along, but not the platform's rows about it.
 */
@Component
public class Wakeups {

    private final Works works;
    private final Jobs jobs;
    private final TransactionTemplate transactions;

    Wakeups(Works works, Jobs jobs, PlatformTransactionManager tenantTransactionManager) {
        this.works = works;
        this.jobs = jobs;
        this.transactions = new TransactionTemplate(tenantTransactionManager);
    }

    /**
     * Schedules what the tenant has due. What is scheduled at an earlier moment, or waits to be tried again, stays as it is.
     *
     * @return the moment of each kind of work that it has, past ones too; nothing for a tenant that has yet to be migrated, whose work
     *     is left alone
     */
    public SortedMap<String, Instant> wake(Tenant tenant) {
        var found = new TreeMap<String, Instant>();
        if (tenant.schemaVersion() < FleetMigration.latest()) {
            return found;
        }
        Tenants.run(
                tenant,
                () -> transactions.executeWithoutResult(transaction -> {
                    for (String name : works.names()) {
                        Optional<Instant> next = works.named(name).flatMap(TenantWork::next);
                        next.ifPresent(moment -> {
                            found.put(name, moment);
                            jobs.wake(name, moment);
                        });
                    }
                }));
        return found;
    }
}
