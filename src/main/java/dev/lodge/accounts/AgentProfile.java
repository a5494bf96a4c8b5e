package dev.lodge.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent as colleagues see it.
 *
 * @param teams ids, in order
 * @param invited whether the agent has not chosen a password yet
 * @param version of the row, for entity tags
 */
public record AgentProfile(
        long id,
        String email,
        String name,
        Role role,
        List<Long> teams,
        boolean active,
        boolean invited,
        @Nullable Instant lastSeenAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
