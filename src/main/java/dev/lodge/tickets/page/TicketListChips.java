package dev.lodge.tickets.page;

import dev.lodge.accounts.AgentRef;
import dev.lodge.accounts.TeamRef;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.web.Text;
import dev.lodge.web.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The filters in force, in words; only while the page is rendered. */
public final class TicketListChips {

    /**
     * One filter.
     *
     * @param without where the list is without it
     */
    public record Chip(String name, String value, String without) {}

    private TicketListChips() {}

    /** In the order of the address, statuses first; none for a status if every one is shown. */
    public static List<Chip> of(TicketListPage page) {
        var chips = new ArrayList<Chip>();
        if (!page.address().everyStatus()) {
            chips.add(chip(page, "status", statuses(page.address())));
        }
        page.address().parameters().forEach((name, value) -> {
            if (!name.equals("status") && !name.equals("ordering")) {
                chips.add(chip(page, name, value(page, name, value)));
            }
        });
        return chips;
    }

    private static Chip chip(TicketListPage page, String name, String value) {
        return new Chip(
                Text.text("ticketlist.filter." + name),
                value,
                page.address().without(name).toString());
    }

    private static String statuses(TicketListAddress address) {
        return Arrays.stream(TicketStatus.values())
                .filter(address.statuses()::contains)
                .map(status -> Text.text("ticketlist.status." + status.code()))
                .collect(Collectors.joining(", "));
    }

    private static String value(TicketListPage page, String name, String value) {
        return switch (name) {
            case "priority" ->
                Arrays.stream(value.split(","))
                        .map(priority -> Text.text("ticketlist.priority." + priority))
                        .collect(Collectors.joining(", "));
            case "assignee" -> assignee(page, value);
            case "team" -> team(page, value);
            case "customer" -> {
                var customer = page.names().customer();
                yield customer == null ? value : customer.name();
            }
            case "sla_status" ->
                Arrays.stream(value.split(","))
                        .map(standing -> Text.text("ticketlist.sla." + standing))
                        .collect(Collectors.joining(", "));
            case "due_before" -> Text.text("ticketlist.filter.due_before.value", Times.moment(Instant.parse(value)));
            case "overdue" -> Text.text("ticketlist.filter.overdue." + value);
            default -> value;
        };
    }

    private static String assignee(TicketListPage page, String value) {
        return switch (value) {
            case "me" -> Text.text("ticketlist.filter.assignee.me");
            case "none" -> Text.text("ticketlist.filter.assignee.none");
            default ->
                page.names().agents().stream()
                        .filter(agent -> value.equals(Long.toString(agent.id())))
                        .map(AgentRef::name)
                        .findFirst()
                        .orElse(value);
        };
    }

    private static String team(TicketListPage page, String value) {
        return switch (value) {
            case "mine" -> Text.text("ticketlist.filter.team.mine");
            case "none" -> Text.text("ticketlist.filter.team.none");
            default ->
                page.names().teams().stream()
                        .filter(team -> value.equals(Long.toString(team.id())))
                        .map(TeamRef::name)
                        .findFirst()
                        .orElse(value);
        };
    }
}
