package dev.lodge.sla.clocks;

import dev.lodge.sla.hours.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;

/** A way in which time passes. */
interface Measure {

    /** All of it. */
    Measure CALENDAR = new Measure() {
        @Override
        public Instant plus(Instant start, Duration time) {
            return start.plus(time);
        }

        @Override
        public Duration between(Instant from, Instant to) {
            return Duration.between(from, to);
        }
    };

    /** The earliest instant at which so much time has passed. */
    Instant plus(Instant start, Duration time);

    Duration between(Instant from, Instant to);

    /** Only while the calendar is open. */
    static Measure business(BusinessCalendar calendar) {
        return new Measure() {
            @Override
            public Instant plus(Instant start, Duration time) {
                return calendar.plus(start, time);
            }

            @Override
            public Duration between(Instant from, Instant to) {
                return calendar.between(from, to);
            }
        };
    }
}
