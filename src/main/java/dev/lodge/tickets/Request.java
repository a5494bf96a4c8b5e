package dev.lodge.tickets;

import dev.lodge.accounts.AgentRef;
import dev.lodge.attachments.Attachment;
import dev.lodge.customers.CustomerRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ticket as who asked sees it. What agents keep to themselves, such as notes, tags, priority and deadlines, is no part of it.
 *
 * @param number its number within the tenant
 * @param description Markdown, see {@link Markdown}
 * @param own whether it is the reader's own; the others belong to people of the same organisation and are only read
 * @param asker whose it is
 * @param agent who works on it, or null
 * @param answered whether an agent wrote last
 * @param follows number of the closed request that this one continues, if the reader may see that, or null
 * @param followedBy number of the newest that continues this one, if the reader may see that, or null
 * @param attachments files that came with the description
 */
public record Request(
        long number,
        String subject,
        String description,
        RequestStatus status,
        boolean own,
        CustomerRef asker,
        @Nullable AgentRef agent,
        boolean answered,
        @Nullable Long follows,
        @Nullable Long followedBy,
        Instant createdAt,
        List<Attachment> attachments) {

    /** Whether the reader may say that it is solved: somebody has to have worked on it. */
    public boolean isSolvable() {
        return own && agent != null && (status == RequestStatus.OPEN || status == RequestStatus.WAITING);
    }

    public boolean isReopenable() {
        return own && status == RequestStatus.SOLVED;
    }
}
