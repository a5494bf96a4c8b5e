package dev.lodge.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.accounts.AgentRef;
import dev.lodge.accounts.TeamRef;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactsTests {

    static Stream<TicketFact> facts() {
        var due = Instant.parse("2026-03-10T14:06:00.123456Z");
        var priya = new AgentRef(7, "Priya Raman");
        return Stream.of(
                new TicketFact.Opened(
                        TicketStatus.ON_HOLD,
                        Priority.URGENT,
                        Channel.EMAIL,
                        12L,
                        priya,
                        new TeamRef(3, "Orders"),
                        due,
                        4402L),
                new TicketFact.StatusChanged(TicketStatus.NEW, TicketStatus.ON_HOLD),
                new TicketFact.PriorityChanged(Priority.LOW, Priority.HIGH),
                new TicketFact.AssigneeChanged(null, priya),
                new TicketFact.TeamChanged(new TeamRef(3, "Orders"), null),
                new TicketFact.SubjectChanged("Pole", "Tent pole"),
                new TicketFact.DescriptionChanged(),
                new TicketFact.CustomerChanged(12L, null),
                new TicketFact.TagsChanged(List.of("b2b"), List.of()),
                new TicketFact.DueDateChanged(null, due),
                new TicketFact.Replied(),
                new TicketFact.Noted(),
                new TicketFact.CustomerReplied(),
                new TicketFact.ForceClosed("Advertising"),
                new TicketFact.FollowedUp(4813),
                new TicketFact.PolicyApplied(3L, "Gold", 2),
                new TicketFact.TargetMissed("first_response", due),
                new TicketFact.Escalated("resolution", "Warning", List.of("notify", "raise_priority")));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aFactComesBackFromTheLedgerAsItWentIn(TicketFact fact) {
        assertThat(Facts.read(Facts.typeOf(fact), Facts.dataOf(fact))).isEqualTo(fact);
    }

    @Test
    void everyKindOfFactIsTried() {
        assertThat(facts().map(Object::getClass)).containsExactlyInAnyOrder(TicketFact.class.getPermittedSubclasses());
    }

    @Test
    void aFactIsWrittenInTheWordsOfTheApi() {
        assertThat(Facts.typeOf(new TicketFact.StatusChanged(TicketStatus.NEW, TicketStatus.ON_HOLD)))
                .isEqualTo("status_changed");
        assertThat(Facts.dataOf(new TicketFact.StatusChanged(TicketStatus.NEW, TicketStatus.ON_HOLD))
                        .data())
                .isEqualTo("{\"from\":\"new\",\"to\":\"on_hold\"}");
    }

    @Test
    void aMemberOfALaterReleaseIsSkipped() {
        assertThat(Facts.read("force_closed", JSONB.valueOf("{\"reason\":\"Spam\",\"by\":\"rule\"}")))
                .isEqualTo(new TicketFact.ForceClosed("Spam"));
    }
}
