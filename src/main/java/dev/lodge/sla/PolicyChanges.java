package dev.lodge.sla;

import dev.lodge.sla.NewPolicy.NewConditions;
import dev.lodge.sla.NewPolicy.NewTarget;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.web.api.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to change about a policy; the fields are those of {@link NewPolicy}. */
public record PolicyChanges(
        Change<String> name,
        Change<Integer> position,
        Change<Long> calendar,
        Change<NewConditions> conditions,
        Change<List<@Nullable NewTarget>> targets,
        Change<List<@Nullable TicketStatus>> pauseIn) {

    /** What it comes to, over what there is. */
    NewPolicy over(PolicyDetails now) {
        var same = now.written();
        return new NewPolicy(
                name.over(same.name()),
                position.over(same.position()),
                calendar.over(same.calendar()),
                conditions.isPresent() ? conditions.value() : same.conditions(),
                targets.isPresent() ? targets.value() : same.targets(),
                pauseIn.isPresent() ? pauseIn.value() : same.pauseIn());
    }
}
