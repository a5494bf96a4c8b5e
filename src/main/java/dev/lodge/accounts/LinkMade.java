package dev.lodge.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link by which an agent chooses a password was made and is to be sent to the agent; told within the transaction that made it. The
 * path is a credential: it goes to the agent's address and nowhere else, not into a log nor, readable, into the database.
 *
 * @param invitation whether it is the first password, else another one
 * @param path on the tenant's host
 * @param expiresAt when it stops to work
 * @param by the agent who invited, or null when nobody did
 */
public record LinkMade(
        long agentId,
        boolean invitation,
        String path,
        Instant expiresAt,
        @Nullable Long by) {

    /** Never the path. */
    @Override
    public String toString() {
        return "LinkMade[agent %d, invitation %s]".formatted(agentId, invitation);
    }
}
