package dev.lodge.sla;

import dev.lodge.sla.NewPolicy.NewConditions;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketState;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a policy is for: those for which each list that is not empty holds.
 *
 * @param team ids
 * @param customer ids
 * @param organization ids
 * @param tag of which the ticket carries at least one
 */
public record Conditions(
        List<Priority> priority,
        List<Long> team,
        List<Long> customer,
        List<Long> organization,
        List<String> tag,
        List<Channel> channel) {

    static final Conditions NONE = of(null);

    public Conditions {
        priority = orNone(priority);
        team = orNone(team);
        customer = orNone(customer);
        organization = orNone(organization);
        tag = orNone(tag);
        channel = orNone(channel);
    }

    static Conditions of(@Nullable NewConditions written) {
        if (written == null) {
            return new Conditions(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        }
        return new Conditions(
                known(written.priority()),
                known(written.team()),
                known(written.customer()),
                known(written.organization()),
                known(written.tag()).stream()
                        .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList(),
                known(written.channel()));
    }

    boolean match(TicketState ticket) {
        return holds(priority, ticket.priority())
                && holds(team, ticket.team())
                && holds(customer, ticket.customer())
                && holds(organization, ticket.organization())
                && holds(channel, ticket.channel())
                && (tag.isEmpty() || tag.stream().anyMatch(ticket.tags()::contains));
    }

    private static <T> boolean holds(Collection<T> any, @Nullable T value) {
        return any.isEmpty() || value != null && any.contains(value);
    }

    private static <T> List<T> known(@Nullable List<@Nullable T> written) {
        return written == null
                ? List.of()
                : written.stream().map(Objects::requireNonNull).distinct().toList();
    }

    /** A list that a version of long ago did not have yet. */
    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
