package dev.lodge.tickets;

import java.time.Instant;

/**
 * A message of a conversation.
 *
 * @param body Markdown, see {@link Markdown}
 */
public record WrittenMessage(
        long id, String body, Visibility visibility, Channel channel, Author author, Instant createdAt) {}
