package dev.lodge.sla.hours;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The holidays of a calendar. Asking for a date takes the same time however many there are. */
public final class Holidays {

    private final List<Holiday> all;
    private final Set<LocalDate> dates = new HashSet<>();
    private final BitSet years = new BitSet();
    private final BitSet daysOfEveryYear = new BitSet();

    private Holidays(Collection<Holiday> holidays) {
        all = List.copyOf(holidays);
        for (Holiday holiday : all) {
            if (holiday.everyYear()) {
                daysOfEveryYear.set(dayOfEveryYear(holiday.date()));
            } else {
                dates.add(holiday.date());
                years.set(holiday.date().getYear());
            }
        }
    }

    /** @param holidays in years from 0 to 9999; several on one date are fine */
    public static Holidays of(Collection<Holiday> holidays) {
        return new Holidays(holidays);
    }

    public static Holidays none() {
        return of(List.of());
    }

    public List<Holiday> all() {
        return all;
    }

    public boolean isHoliday(LocalDate date) {
        return daysOfEveryYear.get(dayOfEveryYear(date)) || dates.contains(date);
    }

    /** Whether a year has holidays besides those of every year. */
    boolean hasItsOwn(int year) {
        return years.get(year);
    }

    /** Whether all 366 days are holidays, in every year. */
    boolean neverEnd() {
        return daysOfEveryYear.cardinality() == 366;
    }

    private static int dayOfEveryYear(LocalDate date) {
        return date.getMonthValue() * 32 + date.getDayOfMonth();
    }
}
