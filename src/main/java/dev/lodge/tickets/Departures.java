package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.accounts.AgentDeactivated;
import dev.lodge.accounts.AgentLeftTeam;
import dev.lodge.accounts.TeamDeleting;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.Message;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jooq.Condition;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes unfinished tickets back from those who leave, within the transaction in which they leave. The tickets keep their team; what is
 * solved keeps its assignee, because solved needs one.
 */
@Component
class Departures {

    private final StoredTickets stored;
    private final InstantSource clock;

    Departures(StoredTickets stored, InstantSource clock) {
        this.stored = stored;
        this.clock = clock;
    }

    @EventListener
    void on(AgentLeftTeam departure) {
        giveBack(
                TICKET.ASSIGNEE_ID.eq(departure.agentId()).and(TICKET.TEAM_ID.eq(departure.teamId())),
                departure.byAgentId());
    }

    @EventListener
    void on(AgentDeactivated departure) {
        giveBack(TICKET.ASSIGNEE_ID.eq(departure.agentId()), departure.byAgentId());
    }

    /** Tickets keep their team, closed ones for ever, so a team that has any stays. */
    @EventListener
    void on(TeamDeleting deletion) {
        if (stored.exists(TICKET.TEAM_ID.eq(deletion.teamId()))) {
            throw new Conflict(Message.of("tickets.team_has_tickets"));
        }
    }

    private void giveBack(Condition which, long byAgentId) {
        var act = Act.ofAgent(byAgentId, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var unfinished = which.and(TicketListStatement.statusIn(TicketStatus.UNFINISHED));
        for (var ticket : stored.lockSome(unfinished, Integer.MAX_VALUE, act)) {
            ticket.assignTo(null);
            stored.save(ticket);
        }
    }
}
