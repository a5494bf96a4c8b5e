package dev.lodge.notifications;

import org.jspecify.annotations.Nullable;

/** A ticket after an act, as far as telling needs it; ids. */
record TicketAtHand(
        long id,
        long number,
        String subject,
        @Nullable Long assignee,
        @Nullable Long team,
        @Nullable Long customer) {}
