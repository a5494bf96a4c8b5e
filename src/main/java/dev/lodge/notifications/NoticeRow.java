package dev.lodge.notifications;

import dev.lodge.problem.Message;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it is read.
 *
 * @param number the ticket's
 * @param customer the name of the ticket's customer as it is now, or null
 * @param excerpt the beginning of what was written, or empty
 */
public record NoticeRow(
        long id,
        NoticeKind kind,
        long number,
        String subject,
        NoticeData data,
        @Nullable String customer,
        String excerpt,
        Instant createdAt,
        @Nullable Instant readAt) {

    public boolean unread() {
        return readAt == null;
    }

    public String icon() {
        return switch (kind) {
            case MENTIONED -> "at";
            case ASSIGNED -> "user";
            case CUSTOMER_REPLIED -> "message-circle";
            case SLA_BREACHED -> "alert-triangle";
            case SLA_WARNING -> "clock-exclamation";
            case NEW_IN_TEAM -> "users-group";
        };
    }

    /** Who did it, as far as it may still be known, or null. */
    public @Nullable String by() {
        return data.customer() ? customer : data.by();
    }

    /** What happened, as a sentence. @param moment says a time as its reader's clock does */
    public Message line(Function<Instant, String> moment) {
        String by = by();
        return switch (kind) {
            case SLA_BREACHED, SLA_WARNING ->
                Message.of(
                        "notifications.line." + kind.code() + "." + data.metric(),
                        data.dueAt() == null ? "" : moment.apply(data.dueAt()));
            case NEW_IN_TEAM -> arrived(by);
            case MENTIONED, ASSIGNED, CUSTOMER_REPLIED ->
                by == null
                        ? Message.of("notifications.line." + kind.code() + ".unnamed")
                        : Message.of("notifications.line." + kind.code(), by);
        };
    }

    private Message arrived(@Nullable String by) {
        if (by == null) {
            return Message.of("notifications.line.new_in_team.unnamed");
        }
        return Message.of(data.moved() ? "notifications.line.new_in_team.moved" : "notifications.line.new_in_team", by);
    }
}
