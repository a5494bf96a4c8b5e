package dev.lodge.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.Role;
import dev.lodge.accounts.TicketScope;
import dev.lodge.customers.Customers;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists, their filters, orders and numbers, with both tenants in the room. Each test has a customer of its own. */
@LodgeTest
class TicketListTests {

    private static final Instant MONDAY = Instant.parse("2026-03-09T14:20:00Z");

    @Autowired
    private Cast cast;

    @Autowired
    private Tickets tickets;

    @Autowired
    private TicketLists lists;

    @Autowired
    private Customers customers;

    @Autowired
    private TenantDatabase database;

    @Test
    void aListShowsItsOwnTenantsTicketsOnly() {
        Tenants.run(cast.globex(), () -> {
            var desk = new Desk(database);
            tickets.open(desk.agent("Beth Keller", Role.AGENT), Desk.request("canary of globex"), Channel.API);
        });
        atAcme(desk -> {
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            tickets.open(tom, Desk.request("Ours"), Channel.API);

            assertThat(all(tom, TicketFilter.NONE))
                    .extracting(TicketRow::subject)
                    .doesNotContain("canary of globex");
            assertThat(found(tom, "canary")).isEmpty();
        });
    }

    @Test
    void theCountIsExactWithAndWithoutFilters() {
        Tenants.run(cast.tenant("counting", "Counting"), () -> {
            var desk = new Desk(database);
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            for (int i = 0; i < 7; i++) {
                tickets.open(tom, Desk.request("Number " + i, null, i < 3 ? tom.agentId() : null, null), Channel.API);
            }

            var everything = lists.page(tom, TicketFilter.NONE, TicketOrder.NEWEST, 5, 5);
            var open = lists.page(
                    tom, TicketFilter.NONE.withStatuses(Set.of(TicketStatus.OPEN)), TicketOrder.NEWEST, 2, 0);
            var beyond = lists.page(tom, TicketFilter.NONE, TicketOrder.NEWEST, 5, 50);

            assertThat(everything.count()).isEqualTo(7);
            assertThat(everything.rows()).hasSize(2);
            assertThat(open.count()).isEqualTo(3);
            assertThat(beyond).isEqualTo(new TicketLists.Page(7, List.of()));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "created_at",
                "-created_at",
                "updated_at",
                "-updated_at",
                "due_at",
                "-due_at",
                "priority",
                "-priority",
                "number",
                "-number",
                "status",
                "-status"
            })
    void noOrderShowsATicketOnTwoPages(String order) {
        atAcme(desk -> {
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            var email = "order" + order + "@ridgeline.example";
            for (int i = 0; i < 9; i++) {
                var ticket = tickets.at(MONDAY).open(tom, Desk.requestBy(email, "Same moment"), Channel.API);
                var due = i % 3 == 0 ? null : MONDAY.plus(Duration.ofHours(i));
                tickets.at(MONDAY).update(tom, ticket.id(), TicketChanges.none().dueAt(due), any -> true);
            }
            var hers = TicketFilter.NONE.withCustomer(customerOf(email));

            var seen = new HashSet<Long>();
            for (int page = 0; page < 3; page++) {
                lists.page(tom, hers, TicketOrder.of(order), 3, 3 * page).rows().forEach(row -> seen.add(row.id()));
            }

            assertThat(seen).hasSize(9);
        });
    }

    @Test
    void ticketsWithoutADueDateComeLastEitherWay() {
        atAcme(desk -> {
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            var email = "due@ridgeline.example";
            tickets.open(tom, Desk.requestBy(email, "never"), Channel.API);
            for (var subject : List.of("soon", "late")) {
                var ticket = tickets.open(tom, Desk.requestBy(email, subject), Channel.API);
                var due = MONDAY.plus(Duration.ofDays(subject.equals("soon") ? 1 : 9));
                tickets.update(tom, ticket.id(), TicketChanges.none().dueAt(due), any -> true);
            }
            var hers = TicketFilter.NONE.withCustomer(customerOf(email));

            assertThat(lists.page(tom, hers, TicketOrder.of("due_at"), 9, 0).rows())
                    .extracting(TicketRow::subject)
                    .containsExactly("soon", "late", "never");
            assertThat(lists.page(tom, hers, TicketOrder.of("-due_at"), 9, 0).rows())
                    .extracting(TicketRow::subject)
                    .containsExactly("late", "soon", "never");
        });
    }

    @Test
    void outOfScopeIsNeitherListedNorCountedNorFound() {
        atAcme(desk -> {
            var mia = desk.agent("Mia Lindqvist", Role.OWNER);
            var priya = desk.agent("Priya Raman", Role.AGENT);
            long workshop = desk.team("Workshop");
            var email = "scope@ridgeline.example";
            tickets.open(mia, Desk.request("scoped hers", email, priya.agentId(), null), Channel.API);
            tickets.open(mia, Desk.request("scoped nobodys", email, null, null), Channel.API);
            tickets.open(mia, Desk.request("scoped teams", email, mia.agentId(), workshop), Channel.API);
            tickets.open(mia, Desk.request("scoped others", email, mia.agentId(), null), Channel.API);
            var hers = TicketFilter.NONE.withCustomer(customerOf(email));

            assertThat(seen(desk, TicketScope.OWN, workshop, hers)).containsExactlyInAnyOrder("scoped hers");
            assertThat(seen(desk, TicketScope.OWN_UNASSIGNED, workshop, hers))
                    .containsExactlyInAnyOrder("scoped hers", "scoped nobodys");
            assertThat(seen(desk, TicketScope.TEAM_OWN_UNASSIGNED, workshop, hers))
                    .containsExactlyInAnyOrder("scoped hers", "scoped nobodys", "scoped teams");
            assertThat(found(desk.agent("Priya Raman", Role.AGENT, TicketScope.OWN), "scoped"))
                    .containsExactly("scoped hers");
        });
    }

    @Test
    void theRailCountsUnfinishedTicketsOnly() {
        Tenants.run(cast.tenant("rail", "Rail"), () -> {
            var desk = new Desk(database);
            long orders = desk.team("Orders");
            var tom = desk.agent("Tom Okafor", Role.AGENT, orders);
            tickets.open(tom, Desk.request("mine", null, tom.agentId(), orders), Channel.API);
            var late = tickets.open(tom, Desk.request("late"), Channel.API);
            tickets.update(tom, late.id(), TicketChanges.none().dueAt(MONDAY), any -> true);
            var solved = tickets.open(tom, Desk.request("solved", null, tom.agentId(), orders), Channel.API);
            tickets.changeStatus(tom, solved.id(), TicketStatus.SOLVED, any -> true);

            assertThat(lists.rail(tom)).isEqualTo(new RailNumbers(1, 1, 1, 2, 1, 0));
        });
    }

    @Test
    void wordsOfSubjectDescriptionAndMessagesAreFoundAndSoIsTheNumber() {
        atAcme(desk -> {
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            var pole = tickets.open(tom, Desk.request("Zeltstange gebrochen"), Channel.API);
            tickets.write(tom, pole.id(), new NewMessage("The ferrule xylograph is fine", null, null), Channel.API);

            assertThat(found(tom, "zeltst")).containsExactly("Zeltstange gebrochen");
            assertThat(found(tom, "gebrochen zeltstange")).containsExactly("Zeltstange gebrochen");
            assertThat(found(tom, "xylograph")).containsExactly("Zeltstange gebrochen");
            assertThat(found(tom, "zeltstange -gebrochen")).isEmpty();
            assertThat(found(tom, Long.toString(pole.id()))).contains("Zeltstange gebrochen");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "\"",
                "\\",
                "':*",
                "a & | ! b",
                "((",
                "<->",
                "or",
                "or or",
                "a or",
                "-",
                "--",
                "%",
                "_",
                "*:*",
                "''; drop",
                "a:b:c",
                "@@",
                "#",
                "#99999999999999999",
                "and",
                "\u202e",
                "😀",
                "x'y",
                "\"open quote",
                "word\\",
                "é"
            })
    void anyInputIsASearch(String hostile) {
        atAcme(desk -> found(desk.agent("Tom Okafor", Role.AGENT), hostile));
    }

    @Test
    void randomInputIsASearch() {
        var random = new Random(20260310);
        atAcme(desk -> {
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            for (int i = 0; i < 300; i++) {
                var text = new StringBuilder();
                for (int length = random.nextInt(1, 30); length > 0; length--) {
                    text.append("ab \t'\"\\&|!():*<->%or-9é".charAt(random.nextInt(23)));
                }
                found(tom, text.toString());
            }
        });
    }

    private List<String> seen(Desk desk, TicketScope scope, long team, TicketFilter filter) {
        var priya = desk.agent("Priya Raman", Role.AGENT, scope, team);
        var page = lists.page(priya, filter, TicketOrder.NEWEST, 100, 0);
        assertThat(page.count()).isEqualTo(page.rows().size());
        return page.rows().stream().map(TicketRow::subject).toList();
    }

    private List<TicketRow> all(Caller caller, TicketFilter filter) {
        return lists.page(caller, filter, TicketOrder.NEWEST, 100, 0).rows();
    }

    private List<String> found(Caller caller, String search) {
        var filter =
                new TicketFilter(Set.of(), Set.of(), null, null, null, null, null, null, Set.of(), null, null, search);
        return all(caller, filter).stream().map(TicketRow::subject).toList();
    }

    private long customerOf(String email) {
        return customers.findOrCreate(new EmailAddress(email), MONDAY).id();
    }

    private void atAcme(Consumer<Desk> work) {
        cast.globex();
        Tenants.run(cast.acme(), () -> work.accept(new Desk(database)));
    }
}
