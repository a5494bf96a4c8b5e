package dev.lodge.sla.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Calendars, instants and targets by chance, in zones with many ways of turning clocks, from 2009 to 2013. */
final class RandomCalendars {

    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "America/Sao_Paulo",
            "America/Havana",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Asia/Kathmandu",
            "Africa/Casablanca",
            "Asia/Beirut",
            "UTC");

    private static final LocalDate FIRST_DAY = LocalDate.of(2009, 1, 1);
    private static final int DAYS = 1800;

    private final Random random;

    RandomCalendars(Random random) {
        this.random = random;
    }

    /** One that opens sooner or later. */
    BusinessCalendar next() {
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        var holidays = new ArrayList<Holiday>();
        for (int i = random.nextInt(60); i > 0; i--) {
            holidays.add(new Holiday(FIRST_DAY.plusDays(random.nextInt(DAYS)), "By chance", random.nextInt(4) == 0));
        }
        return BusinessCalendar.of(zone, week(), Holidays.of(holidays));
    }

    Instant instant() {
        return minute().plusSeconds(random.nextInt(60))
                .plusNanos(random.nextInt(3) == 0 ? random.nextInt(1_000_000_000) : 0);
    }

    Instant minute() {
        return FIRST_DAY
                .atStartOfDay(ZoneId.of("UTC"))
                .toInstant()
                .plus(random.nextInt(DAYS * 1440), ChronoUnit.MINUTES);
    }

    /** From a second to three weeks of it, sometimes with a fraction of a second. */
    Duration businessTime() {
        int most = random.nextBoolean() ? 50_000 : 2_000_000;
        return Duration.ofSeconds(1 + random.nextInt(most), random.nextInt(3) == 0 ? random.nextInt(1_000_000_000) : 0);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private WeeklyHours week() {
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) > 0) {
                week.put(day, intervals());
            }
        }
        week.put(DayOfWeek.of(1 + random.nextInt(7)), intervals());
        return WeeklyHours.of(week);
    }

    /** Up to three; at 00:00, 24:00 and around 02:00, where clocks are turned, more often than by mere chance. */
    private List<Interval> intervals() {
        var ends = new TreeSet<Integer>();
        int count = 2 * (1 + random.nextInt(3));
        while (ends.size() < count) {
            ends.add(
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextBoolean() ? 0 : 1440;
                        case 1 -> random.nextInt(240);
                        default -> random.nextInt(1441);
                    });
        }
        var intervals = new ArrayList<Interval>();
        while (!ends.isEmpty()) {
            intervals.add(new Interval(TimeOfDay.of(0, ends.pollFirst()), TimeOfDay.of(0, ends.pollFirst())));
        }
        return intervals;
    }
}
