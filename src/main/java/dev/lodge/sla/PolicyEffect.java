package dev.lodge.sla;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an edit of a policy would do to open tickets.
 *
 * @param examined how many were looked at
 * @param complete whether these are all there are; otherwise the newest ones
 * @param tickets how many of them would change
 * @param gained how many would come under a service level, having had none
 * @param lost how many would be under none any more
 * @param dueEarlier by their clocks, whether or not a date was set by hand; dates that appear or go count as neither
 * @param breachedAtOnce how many would have a clock late that was not
 * @param examples the first few that would change
 */
public record PolicyEffect(
        int examined,
        boolean complete,
        int tickets,
        int gained,
        int lost,
        int dueEarlier,
        int dueLater,
        int breachedAtOnce,
        List<Example> examples) {

    /** @param ticket its number */
    public record Example(
            long ticket, @Nullable Instant dueAt, @Nullable Instant newDueAt) {}
}
