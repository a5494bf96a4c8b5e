package dev.lodge.tickets.page;

import dev.lodge.attachments.BroughtFiles;
import dev.lodge.idempotency.OnceOnly;
import dev.lodge.tickets.Priority;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * A ticket as an agent enters it.
 *
 * @param customer an address, or a customer's name
 * @param dueAt local time of whoever enters it
 * @param attachments ids of files that were brought for it before
 * @param key made for this form alone, so that sending it twice lodges once
 */
public record NewTicketForm(
        @Nullable String customer,
        @Nullable String subject,
        @Nullable String description,
        @Nullable Priority priority,
        @Nullable Long team,
        @Nullable Long assignee,
        @Nullable String tags,
        @BindParam("due_at") @Nullable String dueAt,
        @Nullable List<Long> attachments,
        @Nullable String key) {

    static NewTicketForm empty(String customer) {
        return new NewTicketForm(customer, "", "", Priority.NORMAL, null, null, "", "", null, OnceOnly.newKey());
    }

    /** What makes two sendings the same. */
    String content(BroughtFiles brought) {
        return String.join(
                "\n",
                text(customer),
                text(subject),
                String.valueOf(priority),
                String.valueOf(team),
                String.valueOf(assignee),
                text(tags),
                text(dueAt),
                brought.content(),
                text(description));
    }

    /** Empty rather than null, for fields. */
    public static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    public static String id(@Nullable Long value) {
        return value == null ? "" : value.toString();
    }
}
