package dev.lodge.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Role;
import dev.lodge.accounts.TicketScope;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What agents find by typing, at a desk of its own, with the same words next door. Each test has words of its own. */
@LodgeTest
class TicketSearchTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Tickets tickets;

    @Autowired
    private TicketSearch search;

    @Autowired
    private TenantDatabase database;

    @Test
    void subjectsComeBeforeDescriptionsAndTheseBeforeMessages() {
        atTheDesk(desk -> {
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            long message = lodge(tom, "Said later", "Nothing yet.");
            tickets.write(tom, message, new NewMessage("A quokka sat on it.", null, null), Channel.API);
            long description = lodge(tom, "Said below", "A quokka sat on it.");
            long subject = lodge(tom, "Quokka on the tent", "It sat on it.");
            lodge(tom, "Nothing of it", "At all.");

            assertThat(found(tom, "quokka")).containsExactly(subject, description, message);
        });
    }

    @Test
    void theTicketOfThatNumberComesFirst() {
        atTheDesk(desk -> {
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            long numbered = lodge(tom, "Plain", "Words.");
            long naming = lodge(tom, "About " + numbered, "Words.");

            assertThat(found(tom, Long.toString(numbered))).containsExactly(numbered, naming);
            assertThat(search.best(tom, "#" + numbered, 5).getFirst().isNumbered())
                    .isTrue();
            assertThat(search.best(tom, "#" + numbered, 5).getLast().isNumbered())
                    .isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"kayak puncture", "puncture kayak", "kayak punc", "kayka puncture", "kayak punctrue"})
    void wordsAreFoundInAnyOrderUnfinishedAndMistyped(String typed) {
        atTheDesk(desk -> {
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            if (found(tom, "kayak puncture").isEmpty()) {
                lodge(tom, "Kayak with a puncture", "Inflatable.");
            }

            assertThat(search.best(tom, typed, 5))
                    .extracting(FoundTicket::subject)
                    .containsExactly("Kayak with a puncture");
        });
    }

    @Test
    void whatHasTheWordsAsTypedIsNotMixedWithWhatOnlyResemblesThem() {
        atTheDesk(desk -> {
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            long exact = lodge(tom, "Carabiner open", "It does.");
            lodge(tom, "Carabinier open", "A rifle.");

            assertThat(found(tom, "carabiner")).containsExactly(exact);
        });
    }

    @Test
    void whereTheWordsStandIsShownWithNothingThatActs() {
        atTheDesk(desk -> {
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            long below = lodge(tom, "Stove", "The <b>wombat</b> & I waited.");
            long later = lodge(tom, "Heater", "Cold.");
            tickets.write(tom, later, new NewMessage("Not a wombat & not a 'quokka'.", null, null), Channel.API);

            assertThat(search.best(tom, "wombat", 5))
                    .extracting(FoundTicket::id, FoundTicket::snippet)
                    .containsExactly(
                            tuple(below, "<mark>wombat</mark>  &amp; I waited"),
                            tuple(later, "<mark>wombat</mark> &amp; not a &#39;quokka"));
        });
    }

    @Test
    void outOfScopeIsNotFoundByWordsMessagesLikenessOrNumber() {
        atTheDesk(desk -> {
            var mia = desk.agent("Mia Lindqvist", Role.OWNER);
            long hidden = tickets.open(mia, Desk.request("Platypus seam", null, mia.agentId(), null), Channel.API)
                    .id();
            tickets.write(mia, hidden, new NewMessage("An axolotl chewed it.", null, null), Channel.API);
            var priya = desk.agent("Priya Raman", Role.AGENT, TicketScope.OWN_UNASSIGNED);

            for (String typed : List.of("platypus", "axolotl", "platypsu", Long.toString(hidden))) {
                assertThat(found(mia, typed)).as(typed).contains(hidden);
                assertThat(found(priya, typed)).as(typed).doesNotContain(hidden);
            }
        });
    }

    @Test
    void theDeskNextDoorFindsNothingOfIt() {
        atTheDesk(desk -> lodge(desk.agent("Tom Okafor", Role.AGENT), "Cassowary footprint", "Large."));

        Tenants.run(cast.globex(), () -> {
            var beth = new Desk(database).agent("Beth Keller", Role.AGENT);
            assertThat(found(beth, "cassowary")).isEmpty();
            assertThat(found(beth, "cassowray")).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "'; \"", "':* & (", "or or", "#99999999999999999", "\u202e😀"})
    void anyInputIsASearch(String hostile) {
        atTheDesk(desk -> search.best(desk.agent("Tom Okafor", Role.AGENT), hostile, 5));
    }

    private long lodge(Caller caller, String subject, String description) {
        var ticket = new NewTicket(subject, description, null, null, null, null, null, List.of(), null);
        return tickets.open(caller, ticket, Channel.API).id();
    }

    private List<Long> found(Caller caller, String typed) {
        return search.best(caller, typed, 20).stream().map(FoundTicket::id).toList();
    }

    private void atTheDesk(Consumer<Desk> work) {
        Tenants.run(cast.tenant("ticket-search", "Ticket search"), () -> work.accept(new Desk(database)));
    }
}
