package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.accounts.Caller;
import dev.lodge.customers.CustomerCaller;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets exist for whom, once as SQL and once for what is in hand. Every statement that reads tickets for an agent carries the
 * condition, also those of other modules; nobody is told of a ticket that they do not see.
 */
public final class Visible {

    private Visible() {}

    /** On {@code ticket}. */
    public static Condition to(Caller caller) {
        var own = TICKET.ASSIGNEE_ID.eq(caller.agentId());
        return switch (caller.scope()) {
            case ALL -> DSL.noCondition();
            case TEAM_OWN_UNASSIGNED ->
                own.or(TICKET.ASSIGNEE_ID.isNull())
                        .or(TICKET.TEAM_ID.eq(DSL.any(caller.teams().toArray(Long[]::new))));
            case OWN_UNASSIGNED -> own.or(TICKET.ASSIGNEE_ID.isNull());
            case OWN -> own;
        };
    }

    /** On {@code ticket}, for who asked: their own, and those of their organisation if it lets its people see them. */
    static Condition to(CustomerCaller caller) {
        var own = TICKET.CUSTOMER_ID.eq(caller.customerId());
        var organization = caller.organizationTickets();
        return organization == null
                ? own
                : own.or(TICKET.CUSTOMER_ID.in(
                        DSL.select(CUSTOMER.ID).from(CUSTOMER).where(CUSTOMER.ORGANIZATION_ID.eq(organization))));
    }

    /** The same about a ticket of this assignee and team, ids or null. */
    public static boolean to(Caller caller, @Nullable Long assignee, @Nullable Long team) {
        boolean own = assignee != null && assignee == caller.agentId();
        return switch (caller.scope()) {
            case ALL -> true;
            case TEAM_OWN_UNASSIGNED ->
                own || assignee == null || team != null && caller.teams().contains(team);
            case OWN_UNASSIGNED -> own || assignee == null;
            case OWN -> own;
        };
    }
}
