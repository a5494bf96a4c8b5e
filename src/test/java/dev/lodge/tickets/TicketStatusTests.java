package dev.lodge.tickets;

import static dev.lodge.tickets.TicketStatus.CLOSED;
import static dev.lodge.tickets.TicketStatus.NEW;
import static dev.lodge.tickets.TicketStatus.ON_HOLD;
import static dev.lodge.tickets.TicketStatus.OPEN;
import static dev.lodge.tickets.TicketStatus.PENDING;
import static dev.lodge.tickets.TicketStatus.SOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketStatusTests {

    private static final Map<TicketStatus, Set<TicketStatus>> BY_HAND = Map.of(
            NEW, Set.of(OPEN, PENDING, ON_HOLD, SOLVED),
            OPEN, Set.of(PENDING, ON_HOLD, SOLVED),
            PENDING, Set.of(OPEN, ON_HOLD, SOLVED),
            ON_HOLD, Set.of(OPEN, PENDING, SOLVED),
            SOLVED, Set.of(OPEN),
            CLOSED, Set.of());

    @ParameterizedTest
    @EnumSource
    void aStatusBecomesByHandWhatTheTableSaysAndNothingElse(TicketStatus status) {
        assertThat(status.successors()).isEqualTo(BY_HAND.get(status));
        assertThat(TicketStatus.values()).filteredOn(status::canBecome).hasSameElementsAs(status.successors());
    }

    @ParameterizedTest
    @EnumSource
    void nothingGoesBackToNewAndNothingLeavesClosed(TicketStatus status) {
        assertThat(status.canBecome(NEW)).isFalse();
        assertThat(CLOSED.canBecome(status)).isFalse();
    }
}
