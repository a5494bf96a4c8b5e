package dev.lodge.notifications;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.Invalid;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller was told, over HTTP. */
@RestController
@RequestMapping("/api/notifications")
class NotificationController {

    /** Ids that one request may name. */
    private static final int MOST = 500;

    private final Inbox inbox;

    NotificationController(Inbox inbox) {
        this.inbox = inbox;
    }

    record TicketLink(long id, String subject) {}

    /**
     * @param by the name of who did it, or null where a rule did or it is not known any more
     * @param metric which target, for those about service levels
     * @param excerpt the beginning of what was written, or empty
     */
    record Notification(
            long id,
            NoticeKind kind,
            TicketLink ticket,
            @Nullable String by,
            @Nullable String metric,
            @Nullable Instant dueAt,
            String excerpt,
            Instant createdAt,
            @Nullable Instant readAt) {

        static Notification of(NoticeRow row) {
            return new Notification(
                    row.id(),
                    row.kind(),
                    new TicketLink(row.number(), row.subject()),
                    row.by(),
                    row.data().metric(),
                    row.data().dueAt(),
                    row.excerpt(),
                    row.createdAt(),
                    row.readAt());
        }
    }

    /** Either some by their ids, or all. */
    record Reading(@Nullable List<Long> ids, @Nullable Boolean all) {}

    /** @param read how many became read by it */
    record Outcome(int read, long unread) {}

    @GetMapping
    @Requires(Permission.TICKET_READ)
    Listing<Notification> list(
            Caller caller,
            @ListParameters(
                            filters = {"unread"},
                            orderings = {"-created_at"})
                    ListQuery query) {
        boolean unread = query.flag("unread").orElse(false);
        var rows = inbox.page(caller, unread, query.size(), query.offset());
        return query.listing(inbox.count(caller, unread), rows).map(Notification::of);
    }

    @PostMapping("/read")
    @Requires(Permission.NOTIFICATIONS)
    Outcome read(Caller caller, @RequestBody Reading reading) {
        int read = Boolean.TRUE.equals(reading.all()) ? inbox.readAll(caller) : inbox.read(caller, ids(reading));
        return new Outcome(read, inbox.unread(caller));
    }

    private static List<Long> ids(Reading reading) {
        var ids = reading.ids();
        if (ids == null) {
            throw new Invalid("ids", "notifications.invalid.neither");
        }
        if (ids.size() > MOST) {
            throw new Invalid("ids", "notifications.invalid.too_many", MOST);
        }
        return ids;
    }
}
