package dev.lodge.sla;

import dev.lodge.problem.FieldErrors;
import dev.lodge.sla.clocks.Counting;
import dev.lodge.sla.clocks.Target;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy to be made, as it was written.
 *
 * @param name 1 to 80 characters, of no other policy
 * @param position 1 is asked first; where another stands, that one and those behind it move back; last if absent
 * @param calendar in which business time is counted; the default one if absent
 * @param conditions all tickets if absent
 * @param targets at least one, at most one for each metric and priority
 * @param pauseIn {@code pending}, {@code on_hold} or both
 */
public record NewPolicy(
        @Nullable String name,
        @Nullable Integer position,
        @Nullable Long calendar,
        @Nullable NewConditions conditions,
        @Nullable List<@Nullable NewTarget> targets,
        @Nullable List<@Nullable TicketStatus> pauseIn) {

    /** The longest target. */
    static final Duration LONGEST = Duration.ofDays(366);

    private static final Set<TicketStatus> PAUSING = Set.of(TicketStatus.PENDING, TicketStatus.ON_HOLD);

    /** Which tickets; all of those given must hold, of each any. */
    public record NewConditions(
            @Nullable List<@Nullable Priority> priority,
            @Nullable List<@Nullable Long> team,
            @Nullable List<@Nullable Long> customer,
            @Nullable List<@Nullable Long> organization,
            @Nullable List<@Nullable String> tag,
            @Nullable List<@Nullable Channel> channel) {}

    /** @param seconds from 1 to those of 366 days */
    public record NewTarget(
            @Nullable Metric metric,
            @Nullable Priority priority,
            @Nullable Long seconds,
            @Nullable Counting time) {}

    /** What is wrong with it in itself; whether what it names exists is asked next. */
    FieldErrors errors() {
        var errors = Names.check(name);
        if (position != null && position < 1) {
            errors = errors.and("position", "sla.invalid.position");
        }
        errors = errors.and(targetErrors());
        if (pauseIn != null) {
            for (int i = 0; i < pauseIn.size(); i++) {
                var status = pauseIn.get(i);
                if (status == null || !PAUSING.contains(status)) {
                    errors = errors.and("pause_in[" + i + "]", "sla.invalid.pause_in");
                }
            }
        }
        return errors;
    }

    private FieldErrors targetErrors() {
        if (targets == null || targets.isEmpty()) {
            return FieldErrors.of("targets", "sla.invalid.no_targets");
        }
        var errors = FieldErrors.none();
        var seen = new HashSet<List<Object>>();
        for (int i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            var field = "targets[" + i + "]";
            if (target == null) {
                errors = errors.and(field, "web.invalid.missing");
                continue;
            }
            errors = errors.and(missing(field + ".metric", target.metric()))
                    .and(missing(field + ".priority", target.priority()))
                    .and(missing(field + ".seconds", target.seconds()))
                    .and(missing(field + ".time", target.time()));
            if (target.seconds() != null && (target.seconds() < 1 || target.seconds() > LONGEST.toSeconds())) {
                errors = errors.and(field + ".seconds", "web.invalid.range", 1, LONGEST.toSeconds());
            }
            if (target.metric() != null
                    && target.priority() != null
                    && !seen.add(List.of(target.metric(), target.priority()))) {
                errors = errors.and(field, "sla.invalid.target_twice");
            }
        }
        return errors;
    }

    private static FieldErrors missing(String field, @Nullable Object value) {
        return value == null ? FieldErrors.of(field, "web.invalid.missing") : FieldErrors.none();
    }

    String cleanName() {
        return Objects.requireNonNull(name).strip();
    }

    /** Once it is known to be right. */
    List<Target> checkedTargets() {
        var checked = new ArrayList<Target>();
        for (var target : Objects.requireNonNull(targets)) {
            var whole = Objects.requireNonNull(target);
            checked.add(new Target(
                    Objects.requireNonNull(whole.metric()),
                    Objects.requireNonNull(whole.priority()),
                    Objects.requireNonNull(whole.seconds()),
                    Objects.requireNonNull(whole.time())));
        }
        return checked;
    }

    /** Once it is known to be right. */
    List<TicketStatus> pauses() {
        return pauseIn == null
                ? List.of()
                : pauseIn.stream().map(Objects::requireNonNull).distinct().toList();
    }
}
