package dev.lodge.notifications;

import dev.lodge.tickets.TicketFact;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One act on a ticket, as far as it decides who is told.
 *
 * @param by the agent who did it, or null for a customer or a rule
 * @param facts what came of it
 * @param assignee who has the ticket after it, or null
 * @param team where the ticket is after it, or null
 * @param mentioned agents called by name in the note that it is, if it is one
 */
record Happening(
        @Nullable Long by,
        List<TicketFact> facts,
        @Nullable Long assignee,
        @Nullable Long team,
        Set<Long> mentioned) {}
