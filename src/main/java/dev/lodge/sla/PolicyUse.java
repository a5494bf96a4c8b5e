package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.CLOCK;
import static org.jooq.impl.DSL.countDistinct;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.tenancy.TenantDatabase;
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

    /** Names of the policies that count in this calendar, in order. */
    public List<String> policiesOn(Caller caller, long calendar) {
        caller.require(Permission.SLA_READ);
        return policies.namesOn(calendar);
    }
}
