package dev.lodge.tickets.page;

import dev.lodge.tickets.Priority;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * A ticket as an agent enters it.
 *
 * @param customer an address, or a customer's name
 * @param dueAt local time of whoever enters it
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
        @Nullable String key) {

    static NewTicketForm empty(String customer) {
        return new NewTicketForm(customer, "", "", Priority.NORMAL, null, null, "", "", OnceOnly.newKey());
    }

    /** What makes two sendings the same. */
    String content() {
        return String.join(
                "\n",
                text(customer),
                text(subject),
                String.valueOf(priority),
                String.valueOf(team),
                String.valueOf(assignee),
                text(tags),
                text(dueAt),
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
