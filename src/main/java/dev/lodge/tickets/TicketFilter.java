package dev.lodge.tickets;

import dev.lodge.accounts.Caller;
import dev.lodge.problem.Invalid;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Values;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a list shows; all parts must hold.
 *
 * @param statuses any of these; all if empty
 * @param priorities any of these; all if empty
 * @param tag one that the ticket carries
 * @param overdue whether the due date has passed while work remains
 * @param dueBefore whether or not work remains
 * @param slaStatuses any of {@link #SLA_STATUSES}; all tickets if empty, also those without
 * @param createdAfter and not at the moment itself
 * @param createdBefore and not at the moment itself
 * @param search words in the subject, the description or a message; or a ticket's number
 */
public record TicketFilter(
        Set<TicketStatus> statuses,
        Set<Priority> priorities,
        @Nullable Whose assignee,
        @Nullable Whose team,
        @Nullable Long customer,
        @Nullable String tag,
        @Nullable Boolean overdue,
        @Nullable Instant dueBefore,
        Set<String> slaStatuses,
        @Nullable Instant createdAfter,
        @Nullable Instant createdBefore,
        @Nullable String search) {

    /** The words for how a ticket stands with its service level. */
    public static final Set<String> SLA_STATUSES =
            Collections.unmodifiableSet(new LinkedHashSet<>(List.of("running", "paused", "met", "breached")));

    /** Whatever the caller may see. */
    public static final TicketFilter NONE =
            new TicketFilter(Set.of(), Set.of(), null, null, null, null, null, null, Set.of(), null, null, null);

    /** Tickets that wait for work after their due date. */
    public static final TicketFilter OVERDUE =
            new TicketFilter(Set.of(), Set.of(), null, null, null, null, true, null, Set.of(), null, null, null);

    public TicketFilter {
        statuses = Set.copyOf(statuses);
        priorities = Set.copyOf(priorities);
        slaStatuses = Set.copyOf(slaStatuses);
    }

    /**
     * As the API's query says it: {@code assignee} takes an id, {@code me} or {@code none}, {@code team} an id, {@code mine} or
     * {@code none}; {@code status} and {@code priority} several words joined by commas.
     *
     * @throws Invalid naming the filter whose value is wrong
     */
    public static TicketFilter of(ListQuery query, Caller caller) {
        return new TicketFilter(
                new LinkedHashSet<>(query.words("status", TicketStatus.class)),
                new LinkedHashSet<>(query.words("priority", Priority.class)),
                query.filter("assignee")
                        .map(value -> value.equals("me") ? Whose.of(caller.agentId()) : nobodysOrOf("assignee", value))
                        .orElse(null),
                query.filter("team")
                        .map(value -> value.equals("mine") ? Whose.anyOf(caller.teams()) : nobodysOrOf("team", value))
                        .orElse(null),
                query.id("customer").orElse(null),
                query.filter("tag").map(TicketText::cleanTag).orElse(null),
                query.flag("overdue").orElse(null),
                query.time("due_before").orElse(null),
                query.filter("sla_status").map(TicketFilter::slaStatuses).orElse(Set.of()),
                query.time("created_after").orElse(null),
                query.time("created_before").orElse(null),
                query.search());
    }

    private static Set<String> slaStatuses(String value) {
        var words = Set.copyOf(List.of(value.split(",", -1)));
        if (!SLA_STATUSES.containsAll(words)) {
            throw new Invalid("sla_status", "web.invalid.word", "running, paused, met, breached");
        }
        return words;
    }

    private static Whose nobodysOrOf(String name, String value) {
        return value.equals("none") ? Whose.nobodys() : Whose.of(Values.id(name, value));
    }

    public TicketFilter withStatuses(Set<TicketStatus> some) {
        return new TicketFilter(
                some,
                priorities,
                assignee,
                team,
                customer,
                tag,
                overdue,
                dueBefore,
                slaStatuses,
                createdAfter,
                createdBefore,
                search);
    }

    public TicketFilter withCustomer(long id) {
        return new TicketFilter(
                statuses,
                priorities,
                assignee,
                team,
                id,
                tag,
                overdue,
                dueBefore,
                slaStatuses,
                createdAfter,
                createdBefore,
                search);
    }
}
