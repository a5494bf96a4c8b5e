package dev.lodge.portal.requests;

import dev.lodge.attachments.Attachment;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;
import dev.lodge.tickets.Author;
import dev.lodge.tickets.Request;
import dev.lodge.tickets.RequestStatus;
import dev.lodge.tickets.WrittenMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request and what was said about it.
 *
 * @param messages the oldest first
 * @param more whether there are older ones
 * @param reader id of the customer
 * @param written what was written and did not go out
 * @param refusal why something that was tried did not happen, or null
 */
public record RequestPage(
        Request request,
        long reader,
        List<WrittenMessage> messages,
        boolean more,
        Written written,
        @Nullable Message refusal) {

    /**
     * An answer that is not sent yet.
     *
     * @param files brought for it
     * @param errors why it was not sent
     */
    public record Written(ReplyForm form, List<Attachment> files, FieldErrors errors) {

        static final Written NOTHING = new Written(ReplyForm.empty(), List.of(), FieldErrors.none());
    }

    public boolean isByAgent(WrittenMessage message) {
        return message.author().kind() == Author.Kind.AGENT;
    }

    /** Whether the reader wrote it. */
    public boolean isOwn(WrittenMessage message) {
        return !isByAgent(message) && message.author().id() == reader;
    }

    public boolean isClosed() {
        return request.status() == RequestStatus.CLOSED;
    }

    /** The one whose answer waits for the reader, or null. */
    public @Nullable String waiting() {
        return request.status() != RequestStatus.WAITING || messages.isEmpty() || !isByAgent(messages.getLast())
                ? null
                : messages.getLast().author().name();
    }
}
