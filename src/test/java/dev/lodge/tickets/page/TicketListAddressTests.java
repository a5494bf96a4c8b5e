package dev.lodge.tickets.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodge.problem.Invalid;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.web.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketListAddressTests {

    @Test
    void withoutAnythingItMeansTheTicketsInWhichWorkRemainsByTheTimeLeft() {
        var address = new TicketListAddress(Map.of());

        assertThat(address.statuses()).isEqualTo(TicketStatus.UNFINISHED);
        assertThat(address.byTimeLeft()).isTrue();
        assertThat(address.place()).isEqualTo(Place.ALL_OPEN);
        assertThat(address).hasToString("/tickets");
    }

    @Test
    void wordsAreSearchedInEveryTicket() {
        var address = new TicketListAddress(Map.of("search", "pole"));

        assertThat(address.everyStatus()).isTrue();
        assertThat(address.place()).isNull();
    }

    @Test
    void whatIsDoneBeginsWithWhatHappenedLast() {
        var address = new TicketListAddress(Map.of("status", "solved"));

        assertThat(address.ordering()).isEqualTo("-updated_at");
        assertThat(address.byTimeLeft()).isFalse();
        assertThat(address.place()).isEqualTo(Place.SOLVED);
    }

    @Test
    void anotherOrderOrPageIsStillThePlaceInTheRail() {
        var address = new TicketListAddress(Map.of("assignee", "me", "ordering", "-created_at"));

        assertThat(address.place()).isEqualTo(Place.MINE);
    }

    @Test
    void withoutItsStatusesAListShowsEveryOne() {
        var address = new TicketListAddress(Map.of("tag", "warranty"));

        assertThat(address.without("status")).hasToString("/tickets?status=any&tag=warranty");
        assertThat(address.without("tag")).hasToString("/tickets");
    }

    @Test
    void boxesTickedTogetherBecomeOneWord() {
        assertThat(TicketListAddress.ofForm(Map.of("status", List.of("new", "open"), "tag", List.of(""))))
                .hasToString("/tickets?status=new,open");
        assertThat(TicketListAddress.ofForm(Map.of("status", List.of("new", "open", "pending", "on_hold"))))
                .hasToString("/tickets");
        assertThat(TicketListAddress.ofForm(Map.of("assignee", List.of("me"))))
                .hasToString("/tickets?status=any&assignee=me");
    }

    @Test
    void valuesAreWrittenSoThatTheyStayOneParameter() {
        var address = new TicketListAddress(Map.of("search", "poles & \"pegs\" #1?"));

        assertThat(address).hasToString("/tickets?search=poles+%26+%22pegs%22+%231%3F");
    }

    @Test
    void anUnknownStatusIsRefusedByName() {
        var address = new TicketListAddress(Map.of("status", "new,lost"));

        assertThatThrownBy(address::statuses)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.errors().has("status")).isTrue());
    }
}
