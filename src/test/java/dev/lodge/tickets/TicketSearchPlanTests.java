package dev.lodge.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Role;
import dev.lodge.accounts.TicketScope;
import dev.lodge.database.TestDatabase;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jooq.Select;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How PostgreSQL answers agents who type, with a hundred thousand messages on half as many tickets: by the indexes made for it. */
@LodgeTest
class TicketSearchPlanTests {

    @Autowired
    Cast cast;

    @Autowired
    TenantDatabase database;

    Tenant desk;

    @BeforeEach
    void aDeskWithManyTickets() throws SQLException {
        desk = cast.tenant("ticket-search-plans", "Ticket search plans");
        String schema = desk.space().schema();
        try (var owner = TestDatabase.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("set search_path = \"" + schema + "\", pg_catalog");
            try (var rows = statement.executeQuery("select exists (select from ticket)")) {
                rows.next();
                if (rows.getBoolean(1)) {
                    return;
                }
            }
            statement.execute("""
                    insert into agent (email, email_key, name, role, created_at, updated_at)
                    values ('tom@plans.example', 'tom@plans.example', 'Tom Okafor', 'agent', now(), now())""");
            statement.execute("""
                    insert into ticket (number, subject, description, status, priority, channel, awaiting_reply, created_at, updated_at)
                    select n, 'word' || n % 3000 || ' zipper' || n % 700 || ' ' || substr(md5((n % 9973)::text), 1, 9), 'Lies in drawer ' || md5(n::text),
                      'open', 'normal', 'web', true, '2026-01-01'::timestamptz + n * interval '1 minute', now()
                    from generate_series(1, 50000) n""");
            statement.execute("""
                    insert into message (ticket_id, visibility, author_agent_id, body, channel, created_at)
                    select t.id, 'public', a.id, 'Is the strap' || n % 800 || ' in drawer ' || md5((t.number * n)::text), 'web', t.created_at
                    from ticket t, agent a, generate_series(1, 2) n""");
            statement.execute("vacuum analyze ticket");
            statement.execute("vacuum analyze message");
        }
    }

    @ParameterizedTest
    @EnumSource(value = TicketScope.class, mode = EnumSource.Mode.EXCLUDE, names = "OWN")
    void wordsAndUnfinishedWordsAreFoundByTheIndexesOfTicketsAndMessages(TicketScope scope) {
        for (String typed : List.of("zipper42 word42", "word4", "\"word7 zipper7\" -drawer", "tent")) {
            assertThat(plan(TicketSearch.having(tom(scope), new TicketWords(typed), 10)))
                    .as(typed)
                    .contains("Bitmap Index Scan on ticket_search", "Bitmap Index Scan on message_search")
                    .doesNotContain("Seq Scan");
        }
    }

    @ParameterizedTest
    @EnumSource(value = TicketScope.class, mode = EnumSource.Mode.EXCLUDE, names = "OWN")
    void mistypedWordsAreFoundByTheIndex(TicketScope scope) {
        assertThat(plan(TicketSearch.resembling(tom(scope), new TicketWords("ziper42 wrod42"), 10)))
                .contains("Bitmap Index Scan on ticket_search")
                .doesNotContain("Seq Scan");
    }

    @Test
    void whoSeesTheirOwnTicketsAloneHasThoseLookedThroughAndNoOthers() {
        assertThat(plan(TicketSearch.having(tom(TicketScope.OWN), new TicketWords("zipper42 word42"), 10)))
                .contains("Index Scan using ticket_assignee")
                .doesNotContain("Seq Scan");
        assertThat(plan(TicketSearch.resembling(tom(TicketScope.OWN), new TicketWords("ziper42 wrod42"), 10)))
                .contains("Index Scan using ticket_assignee")
                .doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @EnumSource(TicketScope.class)
    void aWordThatIsEverywhereIsAnsweredFromTheNewest(TicketScope scope) {
        assertThat(plan(TicketSearch.having(tom(scope), new TicketWords("drawer"), 10)))
                .contains("Limit")
                .containsPattern("Index Scan (Backward )?using (ticket_(created|assignee)|message_pkey)")
                .doesNotContain("Seq Scan");
    }

    private static Caller tom(TicketScope scope) {
        return new Caller(1, "Tom Okafor", Role.AGENT, Role.AGENT.permissions(), scope, Set.of(1L));
    }

    private String plan(Select<?> query) {
        return Tenants.in(desk, () -> database.sql().explain(query).plan());
    }
}
