package dev.lodge.jobs;

import static dev.lodge.Answers.text;
import static dev.lodge.schema.tenant.Tables.TICKET;
import static dev.lodge.schema.tenant.Tables.TICKET_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.OnFragileServer;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.People;
import dev.lodge.database.FragileServer;
import dev.lodge.sla.LevelsReached;
import dev.lodge.sla.Promises;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.NewTicket;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.Tickets;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A Lodge whose database goes away under it and comes back: nothing that was accepted is lost, and nobody restarts Lodge. */
@SpringBootTest(
        properties = {
            "lodge.port=0",
            "lodge.database.pools=1",
            "lodge.database.pool-size=4",
            "lodge.jobs.polling-ms=50",
            "lodge.jobs.heartbeat=200ms"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = OnFragileServer.class)
@Import({Cast.class, People.class, Promises.class, TurnedClock.class})
@DirtiesContext
class OutageTests {

    @Autowired
    FragileServer server;

    @Autowired
    Cast cast;

    @Autowired
    Promises promises;

    @Autowired
    Tickets tickets;

    @Autowired
    TenantDatabase database;

    @Autowired
    TurnedClock clock;

    @Autowired
    Node node;

    @Autowired
    MockMvcTester http;

    @BeforeEach
    void startTheNode() {
        node.start();
    }

    @AfterEach
    void stopTheNode() throws IOException {
        node.stop();
        server.freeDisk();
    }

    @Test
    void aServerThatCrashesAndComesBackLosesNoTicketAndNoEscalation() throws Exception {
        var desk = desk("crash");
        long accepted = lodge(desk, "Twice.");

        server.crash();
        assertThat(readiness()).contains("The database does not answer.");
        assertThatThrownBy(() -> lodge(desk, "Is anybody there?")).isInstanceOf(Exception.class);
        clock.advance(Duration.ofMinutes(61));
        server.recover();

        soon().untilAsserted(() -> assertThat(readiness()).isEqualTo("{\"status\":\"ready\"}"));
        soon().untilAsserted(() -> assertThat(levelsReached(desk)).isEqualTo(2));
        assertThat(escalationsTold(desk)).isEqualTo(2);
        assertThat(lodged(desk)).containsExactly(accepted);
        assertThat(lodge(desk, "There you are.")).isGreaterThan(accepted);
    }

    @Test
    void aFullDiskIsToldAndWhatWasAcceptedIsThereWhenThereIsRoomAgain() throws Exception {
        assumeTrue(new UnixSystem().getUid() == 0 && server.moveToSmallDisk(), "only root may mount a small disk");
        var desk = desk("full");
        var accepted = new HashSet<Long>();
        for (int i = 0; i < 40; i++) {
            accepted.add(lodge(desk, "Twice."));
        }
        server.fillDisk();
        assertThatThrownBy(() -> lodgeUntilRefused(desk, accepted))
                .isInstanceOf(Exception.class)
                .hasStackTraceContaining("No space left on device");
        assertThat(readiness()).contains("The disk of the database is full.");
        clock.advance(Duration.ofMinutes(61));
        assertThat(readiness()).as("an hour later").contains("The disk of the database is full.");

        server.freeDisk();

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(readiness())
                        .as("long before the work that failed is tried again")
                        .isEqualTo("{\"status\":\"ready\"}"));
        soon().untilAsserted(() -> {
            // Past what failed work waits until it is tried again.
            clock.advance(Duration.ofMinutes(6));
            assertThat(levelsReached(desk)).isEqualTo(2 * accepted.size());
        });
        assertThat(escalationsTold(desk)).isEqualTo(2 * accepted.size());
        assertThat(readiness()).isEqualTo("{\"status\":\"ready\"}");
        assertThat(lodged(desk)).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(lodge(desk, "Room again.")).isPositive();
    }

    private Desk desk(String slug) {
        var desk = cast.deskOfAcme(cast.tenant(slug, "Acme"));
        Tenants.run(desk.tenant(), promises::answersWithinAnHour);
        return desk;
    }

    /** A little of the tables' pages is free, and takes a few tickets yet. */
    private void lodgeUntilRefused(Desk desk, Collection<Long> accepted) {
        var letters = new Random(7);
        for (int i = 0; i < 200; i++) {
            // Random, because PostgreSQL compresses what repeats itself.
            var words = letters.ints(20_000, 'a', 'z')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, (a, b) -> {});
            accepted.add(lodge(desk, words.toString()));
        }
    }

    private long lodge(Desk desk, String words) {
        var request = new NewTicket(
                "Tent pole snapped", words, Priority.NORMAL, desk.customer(), null, null, null, List.of(), null);
        return Tenants.in(
                desk.tenant(), () -> tickets.receive(request, Channel.EMAIL).id());
    }

    /** All tickets but the one that every desk has. */
    private List<Long> lodged(Desk desk) {
        return Tenants.in(
                desk.tenant(),
                () -> new ArrayList<>(database.sql()
                        .select(TICKET.NUMBER)
                        .from(TICKET)
                        .where(TICKET.NUMBER.ne(desk.ticket()))
                        .fetch(TICKET.NUMBER)));
    }

    private int levelsReached(Desk desk) {
        return Tenants.in(desk.tenant(), () -> LevelsReached.in(database));
    }

    private int escalationsTold(Desk desk) {
        return Tenants.in(
                desk.tenant(), () -> database.sql().fetchCount(TICKET_EVENT, TICKET_EVENT.TYPE.eq("escalated")));
    }

    private String readiness() {
        return text(http.get().uri("http://localhost/readyz").exchange());
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(60, TimeUnit.SECONDS).pollInterval(Duration.ofMillis(100));
    }
}
