package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.ROLE;

import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** Agents of the cast, as many as a test needs: each has an address of its own, so that tests do not meet. */
@TestComponent
public class People {

    /** What every one of them has for a password. */
    public static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Agents agents;
    private final ApiTokens tokens;
    private final TenantDatabase database;

    People(Agents agents, ApiTokens tokens, TenantDatabase database) {
        this.agents = agents;
        this.tokens = tokens;
        this.database = database;
    }

    /** An agent with an API token for everything that the role may. */
    public record Somebody(long id, String email, String bearer) {}

    public Somebody somebody(Tenant tenant, String name, Role role, Long... teams) {
        String email = "%s.%d@example.test".formatted(name.split(" ")[0].toLowerCase(), NUMBER.incrementAndGet());
        return Tenants.in(tenant, () -> {
            long id = agents.createWithPassword(
                    new NewAgent(new EmailAddress(email), name, role, Set.of(teams)), PASSWORD);
            return new Somebody(id, email, token(id, TokenScope.ALL));
        });
    }

    public String token(Tenant tenant, Somebody agent, TokenScope... scopes) {
        return Tenants.in(tenant, () -> token(agent.id(), scopes));
    }

    /** Has agents of the role see no tickets but those that are assigned to them. */
    public void seeOnlyTheirOwn(Tenant tenant, Role role) {
        Tenants.run(
                tenant,
                () -> database.sql()
                        .update(ROLE)
                        .set(ROLE.TICKET_SCOPE, "own")
                        .where(ROLE.NAME.eq(role.code()))
                        .execute());
    }

    private String token(long agentId, TokenScope... scopes) {
        return "Bearer "
                + tokens.issue(agentId, "Test", List.of(scopes), Duration.ofDays(365))
                        .secret()
                        .text();
    }
}
