package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.API_TOKEN;
import static dev.lodge.schema.tenant.Tables.ROLE;
import static dev.lodge.schema.tenant.Tables.SESSION;
import static dev.lodge.schema.tenant.Tables.TEAM_MEMBER;

import dev.lodge.tenancy.NewsReader;
import dev.lodge.tenancy.StatementWatch;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Whose credentials were found good a moment ago, so that a burst of requests asks the database once. Any write that
 * decides who may sign in, or what they may do, empties a tenant's memory: on this node before the writer has its answer, on the
 * others within milliseconds. While a node cannot hear of changes it remembers nothing.
 */
@Component
class KnownSignIns extends StatementWatch implements NewsReader {

    private static final long serialVersionUID = 1;
    private static final String TOPIC = "signins";
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final int MOST_OF_A_TENANT = 2_000;

    private final transient ConcurrentMap<Long, Desk> desks = new ConcurrentHashMap<>();
    private volatile boolean hearing;

    /** What is known of one tenant's credentials, by their hash. It is thrown away as a whole, and late finders add to it in vain. */
    private record Desk(ConcurrentMap<ByteBuffer, Known> known) {

        void remember(ByteBuffer key, Found found, Instant now) {
            if (known.size() >= MOST_OF_A_TENANT) {
                known.clear();
            }
            Instant soon = now.plus(LIFE);
            known.put(key, new Known(found.agent(), found.expiresAt().isBefore(soon) ? found.expiresAt() : soon));
        }
    }

    private record Known(SignedInAgent agent, Instant until) {}

    /** Somebody who is signed in, and until when if nothing happens. */
    record Found(SignedInAgent agent, Instant expiresAt) {}

    KnownSignIns() {
        super(
                TOPIC,
                Set.of(AGENT, ROLE, TEAM_MEMBER, SESSION, API_TOKEN),
                // Being seen decides nothing, and it only ever prolongs a session.
                Set.of(AGENT.LAST_SEEN_AT, SESSION.LAST_SEEN_AT, SESSION.EXPIRES_AT, API_TOKEN.LAST_USED_AT));
    }

    /** @param hash of a secret, never the secret */
    Optional<SignedInAgent> find(byte[] hash, Instant now, Supplier<Optional<Found>> load) {
        if (!hearing) {
            return load.get().map(Found::agent);
        }
        // Taken before the database is asked: after a change in between, nobody looks into this desk any more.
        Desk desk = desks.computeIfAbsent(Tenants.current().id(), id -> new Desk(new ConcurrentHashMap<>()));
        ByteBuffer key = ByteBuffer.wrap(hash);
        Known known = desk.known().get(key);
        if (known != null && now.isBefore(known.until())) {
            return Optional.of(known.agent());
        }
        Optional<Found> found = load.get();
        found.ifPresentOrElse(
                fresh -> desk.remember(key, fresh, now), () -> desk.known().remove(key));
        return found.map(Found::agent);
    }

    /** Was used just now, and should be known with that. */
    void used(byte[] hash) {
        Desk desk = desks.get(Tenants.current().id());
        if (desk != null) {
            desk.known().remove(ByteBuffer.wrap(hash));
        }
    }

    @Override
    protected void changed(Tenant tenant) {
        desks.remove(tenant.id());
    }

    @Override
    public void changed(String topic, long tenantId) {
        if (topic.equals(TOPIC)) {
            desks.remove(tenantId);
        }
    }

    @Override
    public void inTouch() {
        desks.clear();
        hearing = true;
    }

    @Override
    public void outOfTouch() {
        hearing = false;
        desks.clear();
    }
}
