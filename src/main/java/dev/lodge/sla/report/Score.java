package dev.lodge.sla.report;

import org.jspecify.annotations.Nullable;

/**
 * How some promises were kept.
 *
 * @param missed also what was done late
 * @param tickets on which they were made
 * @param median seconds of the targets' time within which half of what was done was done; null if nothing was
 */
public record Score(
        long met, long missed, long tickets, @Nullable Long median) {

    public static final Score NONE = new Score(0, 0, 0, null);

    public long all() {
        return met + missed;
    }

    public boolean isEmpty() {
        return all() == 0;
    }

    /** Of a hundred, to be shown with one decimal; 100 only if none was missed. */
    public double percent() {
        return isEmpty() ? 0 : Math.floor(1000.0 * met / all()) / 10;
    }

    /** Of a hundred, for sentences; 0 only if none was met, 100 only if none was missed. */
    public int inHundred() {
        return met == 0 ? 0 : (int) Math.max(1, 100 * met / all());
    }

    /** @param goal of a hundred */
    public boolean isBelow(int goal) {
        return !isEmpty() && percent() < goal;
    }
}
