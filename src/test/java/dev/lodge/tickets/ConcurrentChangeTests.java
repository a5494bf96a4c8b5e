package dev.lodge.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Role;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many at once: nothing is lost, nothing overwritten. */
@LodgeTest
class ConcurrentChangeTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Conversation conversation;

    @Autowired
    private TenantDatabase database;

    @Test
    void ticketsOpenedAtOnceHaveDifferentNumbersAndTheirCustomerIsOnePerson() throws Exception {
        var acme = cast.acme();
        var tom = Tenants.in(acme, () -> new Desk(database).agent("Tom Okafor", Role.AGENT));

        var opened = atOnce(
                acme,
                IntStream.range(0, 40)
                        .<Callable<TicketDetails>>mapToObj(i -> () -> tickets.open(
                                tom,
                                Desk.requestBy(i % 2 == 0 ? "Luca@rush.example" : "luca@RUSH.example", "Rush"),
                                Channel.API))
                        .toList());

        assertThat(new HashSet<>(opened.stream().map(TicketDetails::id).toList()))
                .hasSize(40);
        assertThat(opened.stream().map(TicketDetails::customer).distinct()).hasSize(1);
    }

    @Test
    void aStaleVersionChangesNothing() {
        Tenants.run(cast.acme(), () -> {
            var tom = new Desk(database).agent("Tom Okafor", Role.AGENT);
            var ticket = tickets.open(tom, Desk.request("Pole"), Channel.API);
            tickets.update(tom, ticket.id(), TicketChanges.none().subject("Tent pole"), any -> true);

            assertThatExceptionOfType(StaleVersion.class)
                    .isThrownBy(() -> tickets.update(
                            tom,
                            ticket.id(),
                            TicketChanges.none().subject("Stick"),
                            version -> version == ticket.version()));
            assertThat(tickets.details(tom, ticket.id()).subject()).isEqualTo("Tent pole");
        });
    }

    @Test
    void editsOfDifferentFieldsAtOnceAllStay() throws Exception {
        var acme = cast.acme();
        var tom = Tenants.in(acme, () -> new Desk(database).agent("Tom Okafor", Role.AGENT));
        var ticket = Tenants.in(acme, () -> tickets.open(tom, Desk.request("Pole"), Channel.API));

        atOnce(
                acme,
                List.of(
                        () -> tickets.update(
                                tom, ticket.id(), TicketChanges.none().subject("Tent"), any -> true),
                        () -> tickets.update(
                                tom, ticket.id(), TicketChanges.none().priority(Priority.URGENT), any -> true),
                        () -> tickets.update(
                                tom, ticket.id(), TicketChanges.none().tags(List.of("b2b")), any -> true)));

        var after = Tenants.in(acme, () -> tickets.details(tom, ticket.id()));
        assertThat(after.subject()).isEqualTo("Tent");
        assertThat(after.priority()).isEqualTo(Priority.URGENT);
        assertThat(after.tags()).containsExactly("b2b");
        assertThat(after.version()).isEqualTo(4);
    }

    @Test
    void aReplyThatRacesTheCloseIsReachableEitherWay() throws Exception {
        var acme = cast.acme();
        var mia = Tenants.in(acme, () -> new Desk(database).agent("Mia Lindqvist", Role.OWNER));
        for (int round = 0; round < 10; round++) {
            var ticket = Tenants.in(
                    acme, () -> tickets.open(mia, Desk.requestBy("race@ridgeline.example", "Race"), Channel.API));
            var customer = Objects.requireNonNull(ticket.customer());

            var outcomes = ConcurrentChangeTests.<TicketDetails>atOnce(
                    acme,
                    List.of(
                            () -> tickets.receiveReply(customer.id(), ticket.id(), "Wait", Channel.EMAIL),
                            () -> tickets.forceClose(mia, ticket.id(), "Race", any -> true)));

            var carrier = outcomes.getFirst();
            boolean kept = carrier.id() == ticket.id()
                    ? Tenants.in(
                            acme,
                            () -> conversation
                                            .newestMessages(mia, ticket.id(), 1)
                                            .size()
                                    == 1)
                    : carrier.description().equals("Wait") && Objects.equals(carrier.follows(), ticket.id());
            assertThat(kept).isTrue();
        }
    }

    private static <R> List<R> atOnce(Tenant tenant, List<Callable<R>> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<R>();
            for (var future : threads.invokeAll(work.stream()
                    .<Callable<R>>map(each -> () -> Tenants.in(tenant, each::call))
                    .toList())) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }
}
