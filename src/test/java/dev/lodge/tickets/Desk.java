package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.TEAM;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Role;
import dev.lodge.accounts.TicketScope;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People, teams and requests for tests, made in the tenant in force. */
final class Desk {

    private static final Instant LONG_AGO = Instant.parse("2026-01-05T08:00:00Z");

    private final TenantDatabase database;

    Desk(TenantDatabase database) {
        this.database = database;
    }

    /** The agent of this name, with all rights of the role and all tickets in sight. */
    Caller agent(String name, Role role, Long... teams) {
        return agent(name, role, TicketScope.ALL, teams);
    }

    Caller agent(String name, Role role, TicketScope scope, Long... teams) {
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@desk.example";
        database.sql()
                .insertInto(AGENT)
                .set(AGENT.EMAIL, email)
                .set(AGENT.EMAIL_KEY, email)
                .set(AGENT.NAME, name)
                .set(AGENT.ROLE, role.code())
                .set(AGENT.CREATED_AT, LONG_AGO)
                .set(AGENT.UPDATED_AT, LONG_AGO)
                .onConflictDoNothing()
                .execute();
        long id = database.sql()
                .select(AGENT.ID)
                .from(AGENT)
                .where(AGENT.EMAIL_KEY.eq(email))
                .fetchSingle(AGENT.ID);
        return new Caller(id, name, role, role.permissions(), scope, Set.of(teams));
    }

    long team(String name) {
        database.sql()
                .insertInto(TEAM)
                .set(TEAM.NAME, name)
                .set(TEAM.NAME_KEY, name.toLowerCase(Locale.ROOT))
                .set(TEAM.CREATED_AT, LONG_AGO)
                .onConflictDoNothing()
                .execute();
        return database.sql()
                .select(TEAM.ID)
                .from(TEAM)
                .where(TEAM.NAME.eq(name))
                .fetchSingle(TEAM.ID);
    }

    static NewTicket request(String subject) {
        return request(subject, null, null, null);
    }

    static NewTicket requestBy(String email, String subject) {
        return request(subject, email, null, null);
    }

    static NewTicket request(String subject, @Nullable String email, @Nullable Long assignee, @Nullable Long team) {
        return new NewTicket(
                subject,
                "The sticker on the pole bag says 24-11B.",
                null,
                null,
                email,
                assignee,
                team,
                List.of(),
                null);
    }
}
