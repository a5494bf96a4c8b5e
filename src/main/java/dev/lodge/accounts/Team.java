package dev.lodge.accounts;

import java.time.Instant;
import java.util.List;

/**
 * A team.
 *
 * @param members ids of agents, in order
 * @param version of the row, for entity tags
 */
public record Team(long id, String name, List<Long> members, Instant createdAt, long version) {}
