package dev.lodge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The clock of the tests: it runs from the real moment, ahead by as much as tests have turned it, never back. */
@Component
@Primary
public class TurnedClock implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    public void advance(Duration by) {
        ahead = ahead.plus(by);
    }
}
