package dev.lodge.tickets;

import dev.lodge.accounts.AgentRef;
import dev.lodge.accounts.TeamRef;
import dev.lodge.customers.CustomerRef;
import dev.lodge.customers.OrganizationRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ticket in a list.
 *
 * @param id its number within the tenant
 * @param preview the beginning of the newest public message, as plain text
 * @param organization the customer's
 * @param awaitingReply the customer wrote last
 * @param dueSince see {@link TicketDetails}
 * @param slaStatus see {@link TicketDetails}
 * @param slaMetric see {@link TicketDetails}
 */
public record TicketRow(
        long id,
        String subject,
        String preview,
        TicketStatus status,
        Priority priority,
        Channel channel,
        @Nullable AgentRef assignee,
        @Nullable TeamRef team,
        @Nullable CustomerRef customer,
        @Nullable OrganizationRef organization,
        List<String> tags,
        boolean awaitingReply,
        @Nullable Instant dueAt,
        @Nullable Instant dueSince,
        @Nullable String slaStatus,
        @Nullable String slaMetric,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant firstRespondedAt,
        @Nullable Instant solvedAt,
        @Nullable Instant closedAt,
        long version) {}
