package dev.lodge.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a moment by which something should happen looks now. What is on its way is soon in its last hour, and in its last quarter when
 * that is less than a day.
 *
 * @param moment null where no moment is known: without a target, and while it stands still
 * @param shareLeft 0 to 100, of the time between its beginning and its end
 */
public record Due(State state, @Nullable Instant moment, int shareLeft) {

    private static final int QUARTER = 25;

    /** What the pill shows. */
    public enum State {
        NONE,
        RUNNING,
        SOON,
        OVER,
        PAUSED,
        MET,
        /** It is over and done with: what was promised came too late or never. */
        MISSED
    }

    public static Due none() {
        return new Due(State.NONE, null, 0);
    }

    public static Due paused() {
        return new Due(State.PAUSED, null, 0);
    }

    public static Due met(@Nullable Instant due) {
        return new Due(State.MET, due, 0);
    }

    public static Due missed(@Nullable Instant due) {
        return new Due(State.MISSED, due, 0);
    }

    /** What counts all the time since a beginning. */
    public static Due by(Instant due, Instant since, Instant now) {
        long whole = Math.max(1, Duration.between(since, due).toSeconds());
        long left = Duration.between(now, due).toSeconds();
        return by(due, (int) Math.clamp(100 * left / whole, 0, 100), now);
    }

    /** @param shareLeft 0 to 100, for what does not count all the time */
    public static Due by(Instant due, int shareLeft, Instant now) {
        var left = Duration.between(now, due);
        if (left.isNegative()) {
            return new Due(State.OVER, due, 0);
        }
        boolean soon = shareLeft <= QUARTER && left.toHours() < 24 || left.toMinutes() < 60;
        return new Due(soon ? State.SOON : State.RUNNING, due, shareLeft);
    }

    public String style() {
        return switch (state) {
            case SOON -> "l-sla-soon";
            case OVER -> "l-sla-over";
            case MET -> "l-sla-met";
            case MISSED -> "l-sla-missed";
            case PAUSED, NONE -> "l-sla-paused";
            case RUNNING -> "";
        };
    }

    /** The icon before the words; null where a part of a ring stands there, or nothing. */
    public @Nullable String icon() {
        return switch (state) {
            case OVER, MISSED -> "alert-triangle";
            case MET -> "circle-check";
            case PAUSED -> "player-pause";
            case NONE, RUNNING, SOON -> null;
        };
    }

    /** {@code 24 m}, {@code 18 m over}, {@code Wed 10:30}; only while a page is rendered. */
    public String words() {
        return switch (state) {
            case OVER -> Text.text("web.due.over", Times.span(left().negated()));
            case SOON, RUNNING -> left().toHours() < 24 ? Times.span(left()) : Times.moment(known());
            case PAUSED -> Text.text("web.due.paused");
            case MET -> Text.text("web.due.met");
            case MISSED -> Text.text("web.due.missed");
            case NONE -> Text.text("web.due.none");
        };
    }

    private Duration left() {
        return Duration.between(Times.present(), known());
    }

    private Instant known() {
        if (moment == null) {
            throw new IllegalStateException("Nothing is due");
        }
        return moment;
    }
}
