package dev.lodge.web;

import java.util.Map;

/** Numbers beside rail entries; each module may contribute a bean. Asked only for whole pages that show a rail. */
@FunctionalInterface
public interface RailCounts {

    /** Counts that the person signed in may know; a place without a number is left out. */
    Map<Place, Long> counts();
}
