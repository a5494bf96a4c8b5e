package dev.lodge.sla.hours;

/**
 * Opening hours without a break on one day.
 *
 * @param from the first moment that is open
 * @param to the first moment that is closed again; 24:00 for the end of the day
 */
public record Interval(TimeOfDay from, TimeOfDay to) implements Comparable<Interval> {

    /** @throws IllegalArgumentException when it is empty or reversed */
    public Interval {
        if (from.compareTo(to) >= 0) {
            throw new IllegalArgumentException("Not an interval: " + from + " to " + to);
        }
    }

    boolean overlaps(Interval other) {
        return from.compareTo(other.to) < 0 && other.from.compareTo(to) < 0;
    }

    @Override
    public int compareTo(Interval other) {
        int order = from.compareTo(other.from);
        return order != 0 ? order : to.compareTo(other.to);
    }

    /** For example {@code 09:00-12:00}. */
    @Override
    public String toString() {
        return from + "-" + to;
    }
}
