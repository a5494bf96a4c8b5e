package dev.lodge.tickets.page;

import dev.lodge.accounts.AgentRef;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.TeamRef;
import dev.lodge.attachments.Attachment;
import dev.lodge.problem.FieldErrors;
import dev.lodge.web.Choice;
import dev.lodge.web.Text;
import java.util.ArrayList;
import java.util.List;

/** The form for a new ticket, as it was filled in so far. */
public record NewTicketPage(
        Caller caller,
        NewTicketForm form,
        List<Attachment> files,
        List<AgentRef> assignables,
        List<TeamRef> teams,
        FieldErrors errors) {

    public boolean mayAssign() {
        return caller.may(Permission.TICKET_ASSIGN);
    }

    public boolean mayFindCustomers() {
        return caller.may(Permission.CUSTOMER_READ);
    }

    public List<Choice> assigneeChoices() {
        var all = new ArrayList<Choice>();
        all.add(new Choice("", Text.text("web.nobody")));
        assignables.forEach(agent -> all.add(new Choice(Long.toString(agent.id()), agent.name())));
        return all;
    }

    public List<Choice> teamChoices() {
        var all = new ArrayList<Choice>();
        all.add(new Choice("", Text.text("ticketpage.no_team")));
        teams.forEach(team -> all.add(new Choice(Long.toString(team.id()), team.name())));
        return all;
    }

    public List<Choice> priorityChoices() {
        return TicketPage.priorityChoices();
    }
}
