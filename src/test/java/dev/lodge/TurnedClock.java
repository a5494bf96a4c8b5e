package dev.lodge;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The clock of the tests: it runs from the real moment, ahead by as much as tests have turned it, never back. */
@Component
@Primary
public class TurnedClock implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;
    private volatile @Nullable Instant stopped;

    @Override
    public Instant instant() {
        Instant still = stopped;
        return still != null ? still : running();
    }

    private Instant running() {
        return InstantSource.system().instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    /** Does what is to find the same moment each time that it looks. */
    public void stopped(Runnable act) {
        stopped = running();
        try {
            act.run();
        } finally {
            stopped = null;
        }
    }

    /** Does what compares this clock with another machine's, as if nobody had turned it. */
    public <T> T unturned(Supplier<T> act) {
        Duration kept = ahead;
        ahead = Duration.ZERO;
        try {
            return act.get();
        } finally {
            ahead = kept;
        }
    }

    /** How far tests have turned it, for another process whose clock is to say the same. */
    public Duration ahead() {
        return ahead;
    }

    /** To noon of the next such day, in UTC: for what is to happen outside business hours, or within. */
    public void advanceTo(DayOfWeek day) {
        ZonedDateTime now = instant().atZone(ZoneOffset.UTC);
        ZonedDateTime noon = now.with(TemporalAdjusters.next(day))
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(12);
        advance(Duration.between(now, noon));
    }

    public void advance(Duration by) {
        ahead = ahead.plus(by);
    }
}
