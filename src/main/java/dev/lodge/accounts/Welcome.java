package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;

import dev.lodge.accounts.AccountLinks.Bearer;
import dev.lodge.accounts.AccountLinks.Purpose;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.TenantDatabase;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Choosing a password by a link, at an invitation or after forgetting the old one. Looking at a link leaves it as it is. */
@Component
class Welcome {

    private final TenantDatabase database;
    private final AccountLinks links;
    private final Agents agents;
    private final OpenDoors doors;
    private final AccountEvents events;

    Welcome(TenantDatabase database, AccountLinks links, Agents agents, OpenDoors doors, AccountEvents events) {
        this.database = database;
        this.links = links;
        this.agents = agents;
        this.doors = doors;
        this.events = events;
    }

    Optional<Bearer> bearer(String token, Purpose purpose) {
        return links.find(token, purpose);
    }

    /**
     * Uses the link and gives the agent's id.
     *
     * @param name as the person wants to be called, or null to keep it
     * @throws NotFound when the link does not work, or somebody was faster
     * @throws Invalid when name or password do not do; the link still works then
     */
    @Transactional
    public long use(String token, Purpose purpose, @Nullable String name, String password) {
        Bearer bearer = links.find(token, purpose).orElseThrow(Welcome::noSuchLink);
        String called = NewAgent.name(name == null ? bearer.name() : name);
        if (!links.use(token, purpose)) {
            throw noSuchLink();
        }
        agents.setPassword(bearer.agentId(), bearer.email(), password);
        database.sql()
                .update(AGENT)
                .set(AGENT.NAME, called)
                .where(AGENT.ID.eq(bearer.agentId()))
                .execute();
        doors.closeBrowsers(bearer.agentId());
        events.append(
                purpose == Purpose.INVITATION ? "invitation_accepted" : "password_reset",
                bearer.agentId(),
                bearer.agentId(),
                Map.of());
        return bearer.agentId();
    }

    private static NotFound noSuchLink() {
        return new NotFound(Message.of("accounts.link.gone"));
    }
}
