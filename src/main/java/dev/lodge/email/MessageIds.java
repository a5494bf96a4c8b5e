package dev.lodge.email;

import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** The ids that mails carry (RFC 5322, 3.6.4), at the tenant's primary domain. */
final class MessageIds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private MessageIds() {}

    /** A new one that nobody can guess: an answer that names it was written by somebody who got the mail. */
    static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return id("mail", bytes);
    }

    /** What all mails about one ticket refer to. It is the same for everybody, so it proves nothing about who names it. */
    static String ofThread(long ticketId) {
        try {
            String what = "ticket %d of tenant %d"
                    .formatted(ticketId, Tenants.current().id());
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return id("ticket", Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String id(String what, byte[] bytes) {
        Tenant tenant = Tenants.current();
        return "<%s.%s@%s>".formatted(what, HexFormat.of().formatHex(bytes), tenant.primaryHost());
    }
}
