package dev.lodge.tickets.page;

import dev.lodge.tickets.TicketListTotals.ByDue;
import dev.lodge.tickets.TicketRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Tickets of a page that stand under one heading.
 *
 * @param rows those on this page
 * @param total how many the list has under the heading, on all pages
 */
public record TicketListGroup(Kind kind, List<TicketRow> rows, long total) {

    /** How far ahead soon reaches. */
    static final Duration SOON = Duration.ofHours(2);

    /** What a heading says. */
    public enum Kind {
        /** No heading: the list is in some other order. */
        ALL,
        OVERDUE,
        SOON,
        LATER,
        UNDATED;

        /** As in keys of texts. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Kind of(TicketRow row, Instant now) {
            var due = row.dueAt();
            if (due == null) {
                return UNDATED;
            }
            if (due.isBefore(now)) {
                return OVERDUE;
            }
            return due.isBefore(now.plus(TicketListGroup.SOON)) ? SOON : LATER;
        }
    }

    /** By the time that is left, in its order; a heading without rows is left out. */
    static List<TicketListGroup> byDue(List<TicketRow> rows, ByDue totals, Instant now) {
        return Stream.of(Kind.OVERDUE, Kind.SOON, Kind.LATER, Kind.UNDATED)
                .map(kind -> new TicketListGroup(
                        kind,
                        rows.stream().filter(row -> Kind.of(row, now) == kind).toList(),
                        total(kind, totals)))
                .filter(group -> !group.rows().isEmpty())
                .toList();
    }

    private static long total(Kind kind, ByDue totals) {
        return switch (kind) {
            case OVERDUE -> totals.overdue();
            case SOON -> totals.soon();
            case LATER -> totals.later();
            case UNDATED -> totals.undated();
            case ALL -> 0;
        };
    }
}
