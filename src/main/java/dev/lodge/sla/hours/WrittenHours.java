package dev.lodge.sla.hours;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Weekly hours as people write them, and everything that can be wrong with them. */
final class WrittenHours {

    /** One each half hour; what has more is a mistake. */
    private static final int MOST_A_DAY = 48;

    private final List<Fault> faults;

    private WrittenHours(List<Fault> faults) {
        this.faults = faults;
    }

    /** @param faults takes what is wrong; the hours are whole only if nothing was added */
    static WeeklyHours read(Map<String, @Nullable List<@Nullable List<@Nullable String>>> hours, List<Fault> faults) {
        var written = new WrittenHours(faults);
        var intervals = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        hours.forEach((name, day) -> written.day(name)
                .ifPresentOrElse(
                        known -> intervals.put(known, written.intervals(field(known), day == null ? List.of() : day)),
                        () -> faults.add(Fault.of("hours." + name, "unknown_day"))));
        return faults.isEmpty() ? WeeklyHours.of(intervals) : WeeklyHours.of(Map.of());
    }

    static String field(DayOfWeek day) {
        return "hours." + day.name().toLowerCase(Locale.ROOT);
    }

    /** A fault at each interval that overlaps one before it in the list. */
    static List<Fault> overlaps(String field, List<Interval> intervals) {
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < intervals.size(); i++) {
            Interval interval = intervals.get(i);
            int index = i;
            intervals.subList(0, i).stream()
                    .filter(interval::overlaps)
                    .findFirst()
                    .ifPresent(other -> faults.add(Fault.of(
                            "%s[%d]".formatted(field, index), "overlaps", interval.toString(), other.toString())));
        }
        return faults;
    }

    private Optional<DayOfWeek> day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (field(day).equals("hours." + name)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private List<Interval> intervals(String field, List<@Nullable List<@Nullable String>> pairs) {
        if (pairs.size() > MOST_A_DAY) {
            faults.add(Fault.of(field, "too_many", MOST_A_DAY));
            return List.of();
        }
        var intervals = new ArrayList<Interval>();
        int before = faults.size();
        for (int i = 0; i < pairs.size(); i++) {
            interval("%s[%d]".formatted(field, i), pairs.get(i)).ifPresent(intervals::add);
        }
        // An index in the list is one in the request only while nothing was left out.
        if (faults.size() == before) {
            faults.addAll(overlaps(field, intervals));
        }
        return intervals;
    }

    private Optional<Interval> interval(String field, @Nullable List<@Nullable String> pair) {
        if (pair == null || pair.size() != 2) {
            faults.add(Fault.of(field, "not_a_pair"));
            return Optional.empty();
        }
        Optional<TimeOfDay> from = time(field, pair.get(0));
        Optional<TimeOfDay> to = time(field, pair.get(1));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> wrong = wrong(from.get(), to.get());
        if (wrong.isPresent()) {
            faults.add(
                    Fault.of(field, wrong.get(), from.get().toString(), to.get().toString()));
            return Optional.empty();
        }
        return Optional.of(new Interval(from.get(), to.get()));
    }

    private Optional<TimeOfDay> time(String field, @Nullable String text) {
        Optional<TimeOfDay> time = text == null ? Optional.empty() : TimeOfDay.parse(text);
        if (time.isEmpty()) {
            faults.add(Fault.of(field, "bad_time", text == null ? "" : text));
        }
        return time;
    }

    private static Optional<String> wrong(TimeOfDay from, TimeOfDay to) {
        if (from.equals(TimeOfDay.END_OF_DAY)) {
            return Optional.of("starts_at_end_of_day");
        }
        if (from.equals(to)) {
            return Optional.of("empty");
        }
        if (to.equals(TimeOfDay.START_OF_DAY)) {
            return Optional.of("ends_at_start_of_day");
        }
        return from.compareTo(to) > 0 ? Optional.of("across_midnight") : Optional.empty();
    }
}
