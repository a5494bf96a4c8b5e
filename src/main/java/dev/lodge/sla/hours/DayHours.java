package dev.lodge.sla.hours;

import java.util.List;

/** The opening hours of one day, in seconds since its 00:00 on the wall clock. */
final class DayHours {

    /** The second at which each stretch of opening hours begins, and by how many open seconds it is preceded. */
    private final int[] from;

    private final int[] to;
    private final int[] openBefore;
    private final int total;

    /** @param sorted in order, without overlaps; they may touch */
    DayHours(List<Interval> sorted) {
        from = sorted.stream()
                .mapToInt(interval -> interval.from().secondOfDay())
                .toArray();
        to = sorted.stream().mapToInt(interval -> interval.to().secondOfDay()).toArray();
        openBefore = new int[from.length];
        int open = 0;
        for (int i = 0; i < from.length; i++) {
            openBefore[i] = open;
            open += to[i] - from[i];
        }
        total = open;
    }

    int total() {
        return total;
    }

    boolean isOpen(int second) {
        for (int i = 0; i < from.length; i++) {
            if (second < to[i]) {
                return second >= from[i];
            }
        }
        return false;
    }

    /** How many seconds before this one are open. */
    int openBefore(int second) {
        for (int i = 0; i < from.length; i++) {
            if (second < to[i]) {
                return openBefore[i] + Math.max(0, second - from[i]);
            }
        }
        return total;
    }

    /** The earliest second with so many open ones before it. @param open from 1 to {@link #total} */
    int reaching(int open) {
        int last = from.length - 1;
        while (openBefore[last] >= open) {
            last--;
        }
        return from[last] + open - openBefore[last];
    }
}
