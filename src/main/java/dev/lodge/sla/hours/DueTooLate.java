package dev.lodge.sla.hours;

import java.time.Duration;
import java.time.Instant;

/** A target that comes due only after the year 9999. */
public class DueTooLate extends RuntimeException {

    private static final long serialVersionUID = 1;

    DueTooLate(Instant start, Duration businessTime) {
        super(
                "%s of business time after %s end beyond the year 9999".formatted(businessTime, start),
                null,
                false,
                false);
    }
}
