package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;

import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.Language;
import dev.lodge.web.Theme;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people change about themselves. */
@Component
class Profile {

    private final TenantDatabase database;
    private final Agents agents;
    private final Passwords passwords;
    private final OpenDoors doors;
    private final AccountEvents events;
    private final InstantSource clock;

    Profile(
            TenantDatabase database,
            Agents agents,
            Passwords passwords,
            OpenDoors doors,
            AccountEvents events,
            InstantSource clock) {
        this.database = database;
        this.agents = agents;
        this.passwords = passwords;
        this.doors = doors;
        this.events = events;
        this.clock = clock;
    }

    /** @param zone null for the desk's own */
    record Wishes(String name, Language language, @Nullable ZoneId zone, Theme theme, boolean shortcuts) {}

    /** The zone that the agent chose, or null for the desk's own. */
    @Nullable
    String zone(long agentId) {
        return database.sql()
                .select(AGENT.TIME_ZONE)
                .from(AGENT)
                .where(AGENT.ID.eq(agentId))
                .fetchOne(AGENT.TIME_ZONE);
    }

    /** @throws Invalid for a name that does not do */
    @Transactional
    public void change(long agentId, Wishes wishes) {
        ZoneId zone = wishes.zone();
        database.sql()
                .update(AGENT)
                .set(AGENT.NAME, NewAgent.name(wishes.name()))
                .set(AGENT.LOCALE, wishes.language().tag())
                .set(AGENT.TIME_ZONE, zone == null ? null : zone.getId())
                .set(AGENT.THEME, wishes.theme().word())
                .set(AGENT.SHORTCUTS, wishes.shortcuts())
                .set(AGENT.UPDATED_AT, clock.instant())
                .set(AGENT.VERSION, AGENT.VERSION.plus(1))
                .where(AGENT.ID.eq(agentId))
                .execute();
        events.append("profile_changed", agentId, agentId, Map.of());
    }

    /**
     * Another password: every other browser is signed out, and links to a new password stop working.
     *
     * @throws Invalid when the current one is wrong or the new one is not good enough
     */
    @Transactional
    public void changePassword(SignedInAgent agent, String current, String wanted) {
        long id = agent.caller().agentId();
        String hash = database.sql()
                .select(AGENT.PASSWORD_HASH)
                .from(AGENT)
                .where(AGENT.ID.eq(id))
                .fetchOne(AGENT.PASSWORD_HASH);
        if (current.length() > Passwords.LONGEST * 2 || !passwords.matches(current, hash)) {
            throw new Invalid("current", "accounts.password.wrong");
        }
        agents.setPassword(id, agent.preferences().email(), wanted);
        doors.closeOthers(agent);
        events.append("password_changed", id, id, Map.of());
    }
}
