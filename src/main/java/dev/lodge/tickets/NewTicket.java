package dev.lodge.tickets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as somebody lodges it, not yet checked.
 *
 * @param subject 1 to 200 characters on one line
 * @param description 1 to 65,000 characters of Markdown
 * @param priority normal if not said
 * @param customer id; not together with an address
 * @param customerEmail address of a customer, who is found or created
 * @param assignee id of an agent
 * @param team id
 * @param tags at most 20 of up to 40 characters each, without spaces and commas
 * @param dueAt a due date set by hand
 * @param attachments ids of files that whoever lodges it brought and nothing holds yet, at most 20
 */
public record NewTicket(
        @Nullable String subject,
        @Nullable String description,
        @Nullable Priority priority,
        @Nullable Long customer,
        @Nullable String customerEmail,
        @Nullable Long assignee,
        @Nullable Long team,
        @Nullable List<@Nullable String> tags,
        @Nullable Instant dueAt,
        @Nullable List<@Nullable Long> attachments) {

    public NewTicket(
            @Nullable String subject,
            @Nullable String description,
            @Nullable Priority priority,
            @Nullable Long customer,
            @Nullable String customerEmail,
            @Nullable Long assignee,
            @Nullable Long team,
            @Nullable List<@Nullable String> tags,
            @Nullable Instant dueAt) {
        this(subject, description, priority, customer, customerEmail, assignee, team, tags, dueAt, null);
    }
}
