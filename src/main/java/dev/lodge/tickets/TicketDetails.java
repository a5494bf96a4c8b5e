package dev.lodge.tickets;

import dev.lodge.accounts.AgentRef;
import dev.lodge.accounts.TeamRef;
import dev.lodge.attachments.Attachment;
import dev.lodge.customers.CustomerRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ticket as the API and its page show it.
 *
 * @param id its number within the tenant
 * @param description Markdown, see {@link Markdown}
 * @param dueAt set by hand, or what its service level says
 * @param dueSince when the time until then began to count, for a service level; null when it is set by hand
 * @param slaStatus how it stands with its service level: {@code running}, {@code paused}, {@code met}, {@code breached}, or null
 * @param slaMetric of which of its targets that is told, for example {@code first_response}; null where there is none
 * @param follows number of the closed ticket that this one continues, or null
 * @param firstRespondedAt when an agent first wrote to the customer
 * @param attachments that came with the description
 * @param version for {@code If-Match}
 */
public record TicketDetails(
        long id,
        String subject,
        String description,
        TicketStatus status,
        Priority priority,
        Channel channel,
        @Nullable AgentRef assignee,
        @Nullable TeamRef team,
        @Nullable CustomerRef customer,
        List<String> tags,
        @Nullable Instant dueAt,
        @Nullable Instant dueSince,
        @Nullable String slaStatus,
        @Nullable String slaMetric,
        @Nullable Long follows,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant firstRespondedAt,
        @Nullable Instant solvedAt,
        @Nullable Instant closedAt,
        List<Attachment> attachments,
        long version) {}
