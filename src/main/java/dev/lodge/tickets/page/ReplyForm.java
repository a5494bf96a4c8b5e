package dev.lodge.tickets.page;

import dev.lodge.attachments.BroughtFiles;
import dev.lodge.tickets.NewMessage;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.tickets.Visibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the composer sends.
 *
 * @param mode {@code reply} or {@code note}
 * @param then status to set with a reply, or null
 * @param seen id of the newest event that the writer had before their eyes
 * @param attachments ids of files that were brought for it before
 * @param key made for this form alone, so that sending it twice writes once
 */
record ReplyForm(
        @Nullable String body,
        @Nullable String mode,
        @Nullable TicketStatus then,
        @Nullable Long seen,
        @Nullable List<Long> attachments,
        @Nullable String key) {

    boolean isNote() {
        return "note".equals(mode);
    }

    String text() {
        return body == null ? "" : body;
    }

    long lastSeen() {
        return seen == null ? 0 : seen;
    }

    NewMessage message(BroughtFiles brought) {
        var visibility = isNote() ? Visibility.INTERNAL : Visibility.PUBLIC;
        return new NewMessage(body, visibility, isNote() ? null : then, brought.ids());
    }

    /** What makes two sendings the same. */
    String content(BroughtFiles brought) {
        return String.join("\n", String.valueOf(mode), String.valueOf(then), brought.content(), text());
    }
}
