package dev.lodge.sla.panel;

import dev.lodge.sla.ClockDetails;
import dev.lodge.sla.clocks.ClockStatus;
import dev.lodge.web.Due;
import dev.lodge.web.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a clock looks: its pill and its bar. */
public final class ClockPill {

    private ClockPill() {}

    /** Null for one that is no longer counted; only while a page is rendered. */
    public static @Nullable Due of(ClockDetails clock) {
        return of(clock, Times.present());
    }

    static @Nullable Due of(ClockDetails clock, Instant now) {
        var due = clock.dueAt();
        return switch (clock.status()) {
            case CANCELLED -> null;
            case PAUSED -> Due.paused();
            case MET -> Due.met(due);
            case BREACHED -> due == null || clock.endedAt() != null ? Due.missed(due) : Due.by(due, 0, now);
            case RUNNING -> due == null ? Due.none() : Due.by(due, 100 - share(clock), now);
        };
    }

    /** 0 to 100, of the target. */
    public static int share(ClockDetails clock) {
        return (int) Math.clamp(100 * clock.usedSeconds() / clock.targetSeconds(), 0, 100);
    }

    /** Whether there is still something to use up. */
    public static boolean hasBar(ClockDetails clock) {
        return clock.endedAt() == null;
    }

    /** The bar's style; only while a page is rendered. */
    public static String bar(ClockDetails clock) {
        if (clock.status() == ClockStatus.PAUSED) {
            return "l-bar-paused";
        }
        var due = of(clock);
        return due == null
                ? ""
                : switch (due.state()) {
                    case SOON -> "l-bar-soon";
                    case OVER -> "l-bar-over";
                    default -> "";
                };
    }
}
