package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.CLOCK;
import static dev.lodge.schema.tenant.Tables.TICKET;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.sla.clocks.ClockStatus;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tickets.Priority;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What hangs on policies and calendars, for those who are about to change them. */
@Component
public class PolicyUse {

    private final TenantDatabase database;
    private final StoredPolicies policies;

    PolicyUse(TenantDatabase database, StoredPolicies policies) {
        this.database = database;
        this.policies = policies;
    }

    /**
     * How often a promise was kept.
     *
     * @param priority that the tickets have now
     * @param decided how many clocks were met or breached
     */
    public record Share(long policy, Metric metric, Priority priority, long met, long decided) {}

    /** How many tickets have a clock under this policy that is not done. */
    public long openTickets(Caller caller, long policy) {
        caller.require(Permission.SLA_READ);
        return database.sql()
                .select(countDistinct(CLOCK.TICKET_ID))
                .from(CLOCK)
                .where(CLOCK.POLICY_ID.eq(policy), CLOCK.ENDED_AT.isNull())
                .fetchSingle()
                .value1();
    }

    /** Of the clocks that started since then and are decided. */
    public List<Share> shares(Caller caller, Instant since) {
        caller.require(Permission.SLA_READ);
        var met = CLOCK.STATUS.eq(ClockStatus.MET.code());
        return database.sql()
                .select(CLOCK.POLICY_ID, CLOCK.METRIC, TICKET.PRIORITY, count().filterWhere(met), count())
                .from(CLOCK)
                .join(TICKET)
                .on(TICKET.ID.eq(CLOCK.TICKET_ID))
                .where(CLOCK.STARTED_AT.ge(since), met.or(CLOCK.STATUS.eq(ClockStatus.BREACHED.code())))
                .groupBy(CLOCK.POLICY_ID, CLOCK.METRIC, TICKET.PRIORITY)
                .fetch(row -> new Share(
                        row.value1(), Metric.of(row.value2()), Priority.of(row.value3()), row.value4(), row.value5()));
    }

    /** Names of the policies that count in this calendar, in order. */
    public List<String> policiesOn(Caller caller, long calendar) {
        caller.require(Permission.SLA_READ);
        return policies.namesOn(calendar);
    }
}
