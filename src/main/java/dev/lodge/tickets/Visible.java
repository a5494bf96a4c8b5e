package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.accounts.Caller;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Which tickets exist for whom. Every statement that reads tickets for an agent carries this condition. */
public final class Visible {

    private Visible() {}

    /** To be used where {@code ticket} is among the tables. */
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
}
