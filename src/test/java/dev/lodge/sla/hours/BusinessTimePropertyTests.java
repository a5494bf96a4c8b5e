package dev.lodge.sla.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every calendar, tried on random ones, around days on which clocks are turned. The seed is the test's argument. */
class BusinessTimePropertyTests {

    private static final int CALENDARS = 60;
    private static final int TRIES = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_012, 4_711})
    void addedTimeIsTheTimeBetweenAndIsReachedNoEarlier(long seed) {
        onManyCalendars(seed, (calendar, random) -> {
            Instant start = random.instant();
            Duration time = random.businessTime();
            Instant due = calendar.plus(start, time);

            assertThat(calendar.between(start, due)).isEqualTo(time);
            assertThat(calendar.between(start, due.minusNanos(1))).isLessThan(time);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 20_261_013, 4_712})
    void moreTimeOrALaterStartIsNeverDueEarlier(long seed) {
        onManyCalendars(seed, (calendar, random) -> {
            Instant start = random.instant();
            Duration time = random.businessTime();
            Instant due = calendar.plus(start, time);

            assertThat(calendar.plus(start, time.plus(random.businessTime()))).isAfter(due);
            assertThat(calendar.plus(start.plusSeconds(random.below(100_000)), time))
                    .isAfterOrEqualTo(due);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20_261_014, 4_713})
    void thePartsOfASpanAddUpToIt(long seed) {
        onManyCalendars(seed, (calendar, random) -> {
            Instant from = random.instant();
            Instant middle = random.instant();
            Instant to = random.instant();
            Duration first = random.businessTime();
            Duration second = random.businessTime();

            assertThat(calendar.between(from, middle).plus(calendar.between(middle, to)))
                    .isEqualTo(calendar.between(from, to));
            assertThat(calendar.plus(calendar.plus(from, first), second))
                    .isEqualTo(calendar.plus(from, first.plus(second)));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 20_261_015, 4_714})
    void theNextOpeningIsTheFirstOpenInstant(long seed) {
        onManyCalendars(seed, (calendar, random) -> {
            Instant start = random.instant();
            Instant opening = calendar.nextOpening(start).orElseThrow();

            assertThat(calendar.isOpen(opening)).isTrue();
            assertThat(calendar.between(start, opening)).isZero();
            assertThat(opening).isAfterOrEqualTo(start);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 20_261_016, 4_715})
    void theCalculatorAgreesWithAWalkFromMinuteToMinute(long seed) {
        var random = new RandomCalendars(new Random(seed));
        for (int i = 0; i < CALENDARS / 2; i++) {
            BusinessCalendar calendar = random.next();
            var walk = new MinuteWalk(calendar);
            Instant start = random.minute();
            Instant end = start.plus(Duration.ofMinutes(1 + random.below(15_000)));
            long open = walk.openMinutes(start, end);

            assertThat(calendar.between(start, end)).hasMinutes(open);
            for (int j = 0; j < 3 && open > 0; j++) {
                long minutes = 1 + random.below((int) open);
                assertThat(calendar.plus(start, Duration.ofMinutes(minutes))).isEqualTo(walk.plus(start, minutes));
            }
        }
    }

    private interface Property {
        void mustHold(BusinessCalendar calendar, RandomCalendars random);
    }

    private static void onManyCalendars(long seed, Property property) {
        var random = new RandomCalendars(new Random(seed));
        for (int i = 0; i < CALENDARS; i++) {
            BusinessCalendar calendar = random.next();
            for (int j = 0; j < TRIES; j++) {
                property.mustHold(calendar, random);
            }
        }
    }
}
