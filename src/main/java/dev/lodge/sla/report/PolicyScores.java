package dev.lodge.sla.report;

import dev.lodge.sla.Metric;
import dev.lodge.tickets.Priority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the promises of each policy were kept. */
public record PolicyScores(List<PolicyScore> scores) {

    public static final PolicyScores NONE = new PolicyScores(List.of());

    /**
     * @param metric null for all of the policy together
     * @param priority that the tickets have now; null for all of the policy together
     */
    record PolicyScore(
            long policy, @Nullable Metric metric, @Nullable Priority priority, Score score) {}

    /** Of all that it promises. */
    public Score of(long policy) {
        return find(policy, null, null);
    }

    public Score of(long policy, Metric metric, Priority priority) {
        return find(policy, metric, priority);
    }

    private Score find(long policy, @Nullable Metric metric, @Nullable Priority priority) {
        return scores.stream()
                .filter(score -> score.policy() == policy && score.metric() == metric && score.priority() == priority)
                .map(PolicyScore::score)
                .findFirst()
                .orElse(Score.NONE);
    }
}
