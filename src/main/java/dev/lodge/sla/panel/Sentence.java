package dev.lodge.sla.panel;

import dev.lodge.sla.ClockDetails;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a clock is due when it is, parted at the words for that moment.
 *
 * @param before all of it, if it does not name the moment
 * @param due the words
 * @param moment that they mean
 */
public record Sentence(
        String before, @Nullable String due, @Nullable Instant moment, String after) {

    public static Sentence of(ClockDetails clock) {
        var whole = clock.explanation();
        var due = clock.dueInWords();
        int at = due == null ? -1 : whole.indexOf(due);
        return due == null || at < 0
                ? new Sentence(whole, null, null, "")
                : new Sentence(whole.substring(0, at), due, clock.dueAt(), whole.substring(at + due.length()));
    }
}
