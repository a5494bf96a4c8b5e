package dev.lodge.sla;

import dev.lodge.sla.NewPolicy.NewConditions;
import dev.lodge.sla.NewPolicy.NewTarget;
import dev.lodge.sla.clocks.Target;
import dev.lodge.tickets.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy as the API and pages show it.
 *
 * @param position 1 is asked first
 * @param calendar the one it names; null for the default one
 * @param version for {@code If-Match}; each version is kept, because clocks run under it
 */
public record PolicyDetails(
        long id,
        String name,
        int position,
        @Nullable Long calendar,
        Conditions conditions,
        List<Target> targets,
        List<TicketStatus> pauseIn,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /** As it would be written to say the same. */
    NewPolicy written() {
        var some = new ArrayList<@Nullable NewTarget>();
        targets.forEach(
                target -> some.add(new NewTarget(target.metric(), target.priority(), target.seconds(), target.time())));
        return new NewPolicy(
                name,
                position,
                calendar,
                new NewConditions(
                        nullable(conditions.priority()),
                        nullable(conditions.team()),
                        nullable(conditions.customer()),
                        nullable(conditions.organization()),
                        nullable(conditions.tag()),
                        nullable(conditions.channel())),
                some,
                nullable(pauseIn));
    }

    private static <T> List<@Nullable T> nullable(List<T> list) {
        return new ArrayList<@Nullable T>(list);
    }
}
