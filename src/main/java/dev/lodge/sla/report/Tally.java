package dev.lodge.sla.report;

import dev.lodge.sla.Metric;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The promises that have something in common.
 *
 * @param metric null for every metric together
 * @param step the day or the Monday, where it is {@link By#STEP} or {@link By#TEAM_STEP}
 * @param id of the team or agent; null for tickets without
 * @param name of the team or agent, or the word of the priority
 * @param hour of the week, from 0 on Monday, where it is {@link By#HOUR}
 */
record Tally(
        By by,
        @Nullable Metric metric,
        @Nullable LocalDate step,
        @Nullable Long id,
        @Nullable String name,
        int hour,
        Score score) {

    /** What they have in common. */
    enum By {
        ALL,
        STEP,
        TEAM,
        AGENT,
        PRIORITY,
        /** In which hour of the week they came due; only of those that were missed. */
        HOUR,
        TEAM_STEP
    }
}
