package dev.lodge.tickets;

import dev.lodge.attachments.Attachment;
import java.time.Instant;
import java.util.List;

/**
 * A message of a conversation.
 *
 * @param body Markdown, see {@link Markdown}
 * @param attachments in the order in which they were brought
 */
public record WrittenMessage(
        long id,
        String body,
        Visibility visibility,
        Channel channel,
        Author author,
        Instant createdAt,
        List<Attachment> attachments) {}
