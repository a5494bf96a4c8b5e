package dev.lodge.jobs;

import dev.lodge.tenancy.TenantSlug;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work of a tenant that failed too often to be tried again by itself. The tenant's next cause for such work has it tried anew, and
 * so does an operator; when a run succeeds, the letter is gone.
 *
 * @param failures runs that failed since the last one that did not
 * @param error kind and message of the last failure, without values out of the database; at most 500 characters
 * @param replayedAt when an operator had it tried again; null until then, and after that failed too
 */
public record DeadLetter(
        TenantSlug tenant,
        String tenantName,
        String work,
        int failures,
        String error,
        Instant failedAt,
        @Nullable Instant replayedAt) {}
