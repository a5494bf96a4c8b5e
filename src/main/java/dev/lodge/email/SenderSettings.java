package dev.lodge.email;

import org.jspecify.annotations.Nullable;

/**
 * How the tenant in force sends mail.
 *
 * @param address the address that its mail should come from, or null for the platform's
 * @param name the name beside it, or null for the tenant's
 * @param server the tenant's own mail server, or null for the platform's
 * @param version of the row, for optimistic locking
 */
record SenderSettings(
        @Nullable String address,
        @Nullable String name,
        @Nullable OwnServer server,
        long version) {

    /**
     * A tenant's own mail server.
     *
     * @param sealedPassword encrypted, or null if there is none
     */
    record OwnServer(
            String host,
            int port,
            Security security,
            @Nullable String user,
            byte @Nullable [] sealedPassword) {}
}
