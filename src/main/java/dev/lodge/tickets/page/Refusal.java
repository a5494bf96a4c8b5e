package dev.lodge.tickets.page;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done, shown where it was tried.
 *
 * @param news what others did meanwhile
 * @param conflict a sentence about the state that forbids it, or null
 * @param errors by field
 */
public record Refusal(
        List<TicketThread.Happened> news, @Nullable Message conflict, FieldErrors errors) {

    static final Refusal NONE = new Refusal(List.of(), null, FieldErrors.none());

    public boolean isEmpty() {
        return news.isEmpty() && conflict == null && errors.isEmpty();
    }

    static Refusal meanwhile(List<TicketThread.Happened> news) {
        return new Refusal(news, null, FieldErrors.none());
    }

    static Refusal conflict(Message detail) {
        return new Refusal(List.of(), detail, FieldErrors.none());
    }

    static Refusal invalid(FieldErrors errors) {
        return new Refusal(List.of(), null, errors);
    }
}
