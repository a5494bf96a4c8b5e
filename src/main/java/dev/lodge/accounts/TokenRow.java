package dev.lodge.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API token as its agent sees it, never with its secret.
 *
 * @param hint the secret's last four characters, to tell tokens apart
 */
public record TokenRow(
        long id,
        String name,
        String hint,
        List<TokenScope> scopes,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant expiresAt,
        boolean revoked,
        boolean expired) {

    public boolean works() {
        return !revoked && !expired;
    }
}
