package dev.lodge.tickets.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Directory;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import dev.lodge.problem.Problem;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.tickets.Tickets;
import dev.lodge.web.api.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Changes a selection one ticket at a time, so that one which refuses does not hold back the others. */
@Component
class TicketListBulk {

    private final Tickets tickets;
    private final Directory directory;

    TicketListBulk(Tickets tickets, Directory directory) {
        this.tickets = tickets;
        this.directory = directory;
    }

    /** @throws Invalid if the form asks for nothing that there is */
    TicketListOutcome apply(Caller caller, TicketListBulkForm form) {
        var selection = TicketListSelection.of(form.ticket());
        var change = change(form);
        var refused = new ArrayList<TicketListOutcome.Refused>();
        for (var picked : selection.tickets()) {
            try {
                change.apply(tickets, caller, picked);
            } catch (Problem reason) {
                refused.add(new TicketListOutcome.Refused(picked.number(), sentence(reason)));
            }
        }
        int changed = selection.tickets().size() - refused.size();
        return new TicketListOutcome(changed, change.said(changed), List.copyOf(refused), form.list());
    }

    private TicketListChange change(TicketListBulkForm form) {
        if (form.assignee() != null) {
            return assign(form.assignee());
        }
        if (form.status() != null) {
            return new TicketListChange.SetStatus(Values.word("status", form.status(), TicketStatus.class));
        }
        if (form.priority() != null) {
            return new TicketListChange.SetPriority(Values.word("priority", form.priority(), Priority.class));
        }
        if (form.team() != null) {
            return transfer(form.team());
        }
        if (form.tags() != null && form.tag() != null && !form.tag().isBlank()) {
            var tag = form.tag().strip().toLowerCase(Locale.ROOT);
            return form.tags().equals("remove")
                    ? new TicketListChange.RemoveTag(tag)
                    : new TicketListChange.AddTag(tag);
        }
        throw new Invalid("tag", "ticketlist.invalid.nothing_asked");
    }

    private TicketListChange assign(String agent) {
        if (agent.equals("none")) {
            return new TicketListChange.Assign(null);
        }
        return new TicketListChange.Assign(directory
                .assignable(Values.id("assignee", agent))
                .orElseThrow(() -> new Invalid("assignee", "tickets.invalid.assignee")));
    }

    private TicketListChange transfer(String team) {
        if (team.equals("none")) {
            return new TicketListChange.Transfer(null);
        }
        return new TicketListChange.Transfer(
                directory.team(Values.id("team", team)).orElseThrow(() -> new Invalid("team", "tickets.invalid.team")));
    }

    private static Message sentence(Problem reason) {
        return switch (reason) {
            case StaleVersion stale -> Message.of("ticketlist.refused.stale");
            case Invalid invalid -> invalid.errors().entries().getFirst().message();
            default -> reason.detail();
        };
    }
}
