package dev.lodge.email;

import org.jspecify.annotations.Nullable;

/**
 * A server that takes mail to be sent.
 *
 * @param trusted whether the operator named it; one that a tenant named is reached over the public Internet only
 */
record MailServer(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable String password,
        boolean trusted) {

    /** Without the password: it does not belong in logs. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
