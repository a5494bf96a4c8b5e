package dev.lodge.tickets;

import dev.lodge.problem.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reply or note as an agent writes it.
 *
 * @param body 1 to 65,000 characters of Markdown
 * @param visibility public if not said
 * @param status the status to set in the same step, or null to leave it
 * @param attachments ids of files that the author brought and nothing holds yet, at most 20
 */
public record NewMessage(
        @Nullable String body,
        @Nullable Visibility visibility,
        @Nullable TicketStatus status,
        @Nullable List<@Nullable Long> attachments) {

    public NewMessage(@Nullable String body, @Nullable Visibility visibility, @Nullable TicketStatus status) {
        this(body, visibility, status, null);
    }

    boolean isInternal() {
        return visibility == Visibility.INTERNAL;
    }

    /** @throws dev.lodge.problem.Invalid if the body is missing or too long */
    String checkedBody() {
        return checked(body);
    }

    static String checked(@Nullable String body) {
        FieldErrors errors = TicketText.body("body", body);
        errors.throwIfAny();
        return TicketText.cleanBody(body == null ? "" : body);
    }
}
