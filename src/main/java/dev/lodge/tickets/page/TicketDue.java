package dev.lodge.tickets.page;

import dev.lodge.tickets.TicketDetails;
import dev.lodge.tickets.TicketRow;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.web.Due;
import dev.lodge.web.Text;
import dev.lodge.web.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the pill of a ticket says: the date set by hand, or how it stands with its service level. */
public final class TicketDue {

    private TicketDue() {}

    /** Only while a page is rendered. */
    public static Due of(TicketRow row) {
        var settled = row.solvedAt() != null ? row.solvedAt() : row.closedAt();
        var since = row.dueSince() == null ? row.createdAt() : row.dueSince();
        return of(row.status(), row.dueAt(), row.slaStatus(), since, settled, Times.present());
    }

    /** Only while a page is rendered. */
    public static Due of(TicketDetails ticket) {
        var settled = ticket.solvedAt() != null ? ticket.solvedAt() : ticket.closedAt();
        var since = ticket.dueSince() == null ? ticket.createdAt() : ticket.dueSince();
        return of(ticket.status(), ticket.dueAt(), ticket.slaStatus(), since, settled, Times.present());
    }

    /** Which target the pill tells of, in words; null for a date set by hand, and without any; only while a page is rendered. */
    public static @Nullable String target(TicketRow row) {
        return target(row.slaMetric(), row.dueAt() != null && row.dueSince() == null);
    }

    /** As above; only while a page is rendered. */
    public static @Nullable String target(TicketDetails ticket) {
        return target(ticket.slaMetric(), ticket.dueAt() != null && ticket.dueSince() == null);
    }

    private static @Nullable String target(@Nullable String metric, boolean byHand) {
        return metric == null || byHand ? null : Text.text("web.due.target." + metric);
    }

    /**
     * @param since when the time until it is due began
     * @param settled when work on it ended, or null
     */
    static Due of(
            TicketStatus status,
            @Nullable Instant due,
            @Nullable String standing,
            Instant since,
            @Nullable Instant settled,
            Instant now) {
        if (status.isUnfinished()) {
            return due == null ? standing(standing) : Due.by(due, since, now);
        }
        if (standing != null || due == null || settled == null) {
            return standing(standing);
        }
        return settled.isAfter(due) ? Due.missed(due) : Due.met(due);
    }

    private static Due standing(@Nullable String standing) {
        return switch (standing) {
            case "paused" -> Due.paused();
            case "met" -> Due.met(null);
            case "breached" -> Due.missed(null);
            case null, default -> Due.none();
        };
    }
}
