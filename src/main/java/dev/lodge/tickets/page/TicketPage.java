package dev.lodge.tickets.page;

import dev.lodge.accounts.AgentRef;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.TeamRef;
import dev.lodge.customers.CustomerDetails;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketDetails;
import dev.lodge.tickets.TicketRow;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.web.Choice;
import dev.lodge.web.Text;
import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One ticket with all that its page shows.
 *
 * @param refusal why a property was not changed
 * @param from the query of the list that one came from, or empty
 */
public record TicketPage(
        Caller caller,
        TicketDetails ticket,
        TicketThread thread,
        Side side,
        Composer composer,
        Refusal refusal,
        String from) {

    /**
     * What stands beside the conversation.
     *
     * @param customer null if nobody asks, or the caller may not read customers
     * @param others newest tickets of the same customer, as far as the caller sees them
     * @param othersCount how many there are
     * @param due the due date set by hand as its field holds it
     * @param panels what other modules say
     */
    public record Side(
            @Nullable CustomerDetails customer,
            List<TicketRow> others,
            long othersCount,
            List<AgentRef> assignables,
            List<TeamRef> teams,
            String due,
            List<Content> panels) {}

    public boolean may(Permission permission) {
        return caller.may(permission);
    }

    public boolean isClosed() {
        return ticket.status() == TicketStatus.CLOSED;
    }

    public boolean mayEdit(Permission permission) {
        return !isClosed() && may(permission);
    }

    public boolean mayWrite() {
        return may(Permission.TICKET_REPLY) || may(Permission.TICKET_NOTE);
    }

    /** Whether the composer is a note's: because it was chosen, or because nothing else is allowed. */
    public boolean isNote() {
        return composer.note() && may(Permission.TICKET_NOTE) || !may(Permission.TICKET_REPLY);
    }

    /** A reply may set this status with it. */
    public boolean mayThen(TicketStatus next) {
        return may(Permission.TICKET_UPDATE) && ticket.status().canBecome(next);
    }

    /** Path of the ticket, or of something of it. */
    public String path(String rest) {
        return "/tickets/" + ticket.id() + rest;
    }

    /** Its own address, with the list that one came from. */
    public String address() {
        return from.isEmpty() ? path("") : path("?from=") + URLEncoder.encode(from, StandardCharsets.UTF_8);
    }

    /** Its address with more messages, if there are more. */
    public String earlier() {
        return address() + (from.isEmpty() ? "?" : "&") + "shown=" + thread.earlier();
    }

    public String back() {
        return from.isEmpty() ? "/tickets" : "/tickets?" + from;
    }

    /** Where the browser keeps what is being written: apart for each desk, agent and ticket. */
    public String draft() {
        return "%s/%d/%d".formatted(Tenants.current().slug(), caller.agentId(), ticket.id());
    }

    public List<Choice> assigneeChoices() {
        return withNone(
                "web.nobody",
                side.assignables().stream().map(agent -> new Choice(Long.toString(agent.id()), agent.name())));
    }

    public List<Choice> teamChoices() {
        return withNone(
                "ticketpage.no_team",
                side.teams().stream().map(team -> new Choice(Long.toString(team.id()), team.name())));
    }

    private static List<Choice> withNone(String none, Stream<Choice> choices) {
        var all = new ArrayList<Choice>();
        all.add(new Choice("", Text.text(none)));
        choices.forEach(all::add);
        return all;
    }

    /** Only what the status can become. */
    public List<Choice> statusChoices() {
        return ticket.status().successors().stream()
                .map(status -> new Choice(status.code(), Text.text("web.status." + status.code())))
                .toList();
    }

    public static List<Choice> priorityChoices() {
        return Stream.of(Priority.values())
                .map(priority -> new Choice(priority.code(), Text.text("web.priority." + priority.code())))
                .toList();
    }

    TicketPage refused(Refusal why) {
        return new TicketPage(caller, ticket, thread, side, composer, why, from);
    }

    TicketPage composing(Composer other) {
        return new TicketPage(caller, ticket, thread, side, other, refusal, from);
    }
}
