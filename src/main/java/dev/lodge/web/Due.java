package dev.lodge.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a moment by which something should happen looks now: over, soon (the last quarter, or the last hour), running, met,
 * or none.
 *
 * @param moment meaningless when there is none
 * @param shareLeft 0 to 100, of the time between its beginning and its end
 */
public record Due(State state, Instant moment, int shareLeft) {

    /** What the pill shows. */
    public enum State {
        NONE,
        RUNNING,
        SOON,
        OVER,
        MET
    }

    /** Only while a page is rendered: the pill shows the present. */
    public static Due of(@Nullable Instant due, Instant since, boolean settled) {
        if (due == null) {
            return new Due(State.NONE, Instant.EPOCH, 0);
        }
        if (settled) {
            return new Due(State.MET, due, 0);
        }
        var left = Duration.between(Viewing.current().now(), due);
        if (left.isNegative()) {
            return new Due(State.OVER, due, 0);
        }
        long whole = Math.max(1, Duration.between(since, due).toSeconds());
        int share = (int) Math.clamp(100 * left.toSeconds() / whole, 0, 100);
        boolean soon = share <= 25 && left.toHours() < 24 || left.toMinutes() < 60;
        return new Due(soon ? State.SOON : State.RUNNING, due, share);
    }

    public String style() {
        return switch (state) {
            case SOON -> "l-sla-soon";
            case OVER -> "l-sla-over";
            case MET -> "l-sla-met";
            case NONE, RUNNING -> "";
        };
    }

    /** {@code 24 m}, {@code 18 m over}, {@code Wed 10:30}. */
    public String words() {
        var span = Duration.between(Viewing.current().now(), moment);
        return switch (state) {
            case OVER -> Text.text("web.due.over", Times.span(span.negated()));
            case MET -> Text.text("web.due.met");
            case NONE -> Text.text("web.due.none");
            case SOON, RUNNING -> span.toHours() < 24 ? Times.span(span) : Times.moment(moment);
        };
    }
}
