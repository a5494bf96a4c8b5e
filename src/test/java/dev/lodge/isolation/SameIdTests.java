package dev.lodge.isolation;

import static dev.lodge.schema.tenant.Tables.ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Role;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.NewTicket;
import dev.lodge.tickets.Tickets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Two desks that count from one: the same ids mean different things, whatever was read, rendered or kept before. */
@LodgeTest
class SameIdTests {

    private static final List<String> LISTS = List.of(
            "/api/tickets",
            "/api/tickets?search=word",
            "/api/tickets?assignee=none",
            "/api/tickets/overdue",
            "/api/customers",
            "/api/agents",
            "/api/teams");

    private static final Map<String, Desk> DESKS = new ConcurrentHashMap<>();

    @Autowired
    Cast cast;

    @Autowired
    MockMvcTester http;

    @Autowired
    Tickets tickets;

    @Autowired
    TenantDatabase database;

    Desk acme;
    Desk globex;

    @BeforeEach
    void twoDesksWithTheSameNumbers() {
        acme = desk("same-acme", "Acme");
        globex = desk("same-globex", "Globex");
    }

    private Desk desk(String slug, String name) {
        return DESKS.computeIfAbsent(slug, any -> {
            Desk desk = cast.deskOfAcme(cast.tenant(slug, name));
            Tenants.run(desk.tenant(), () -> {
                for (int i = 0; i < 5; i++) {
                    tickets.open(desk.caller(Role.OWNER), ticket(name + " word " + i), Channel.WEB);
                }
            });
            return desk;
        });
    }

    @Test
    void theSameNumberIsEachDesksOwnTicketHoweverOftenItIsRead() {
        for (int round = 0; round < 8; round++) {
            for (Desk desk : List.of(acme, globex)) {
                var visitor = new Visitor(http, desk.host()).as(desk.bearer(Role.OWNER));
                assertThat(visitor.get("/api/tickets/2").body())
                        .contains(desk.tenant().name() + " word 0");
                for (String list : LISTS) {
                    assertThat(visitor.get(list).body())
                            .as(list)
                            .doesNotContain(other(desk).tenant().name() + " word")
                            .doesNotContain("@" + other(desk).tenant().slug());
                }
            }
        }
    }

    @Test
    void countsSayNothingOfTicketsThatOnesScopeHides() {
        scope("own");
        try {
            var agent = new Visitor(http, acme.host()).as(acme.bearer(Role.AGENT));
            var owner = new Visitor(http, acme.host()).as(acme.bearer(Role.OWNER));

            assertThat(owner.get("/api/tickets").body()).contains("\"count\":6");
            assertThat(agent.get("/api/tickets").body()).contains("\"count\":1").doesNotContain("word");
            for (String list :
                    List.of("?search=word", "?assignee=none", "?status=new", "?priority=normal&status=new")) {
                assertThat(agent.get("/api/tickets" + list).body())
                        .as(list)
                        .contains("\"count\":0")
                        .contains("\"results\":[]");
            }
            for (String path : List.of("", "/messages", "/events")) {
                assertThat(agent.get("/api/tickets/2" + path).shape())
                        .isEqualTo(agent.get("/api/tickets/" + Subject.NOBODYS + path)
                                .shape())
                        .startsWith("404");
            }
        } finally {
            scope("all");
        }
    }

    private void scope(String scope) {
        Tenants.run(
                acme.tenant(),
                () -> database.sql()
                        .update(ROLE)
                        .set(ROLE.TICKET_SCOPE, scope)
                        .where(ROLE.NAME.eq("agent"))
                        .execute());
    }

    private Desk other(Desk desk) {
        return desk == acme ? globex : acme;
    }

    private static NewTicket ticket(String subject) {
        return new NewTicket(subject, "A word.", null, null, null, null, null, null, null);
    }
}
