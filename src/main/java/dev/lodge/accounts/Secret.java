package dev.lodge.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * What a session cookie, an API token or a link carries: 32 random bytes, in 43 characters of base64url after a prefix that says what
 * it is for. Only its {@link #hash()} is stored; because the bytes are random, one round of SHA-256 is enough.
 */
public record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 43;
    private static final int LONGEST_PREFIX = 9;

    /** A new one. @param prefix up to eight letters and an underscore, or nothing */
    public static Secret random(String prefix) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** One that came from outside; empty when it cannot be one of ours. */
    public static Optional<Secret> of(String text) {
        int prefix = text.length() - LENGTH;
        return prefix >= 0 && prefix <= LONGEST_PREFIX && text.chars().allMatch(Secret::isOurs)
                ? Optional.of(new Secret(text))
                : Optional.empty();
    }

    private static boolean isOurs(int letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || letter == '-'
                || letter == '_';
    }

    /** SHA-256 of the text. */
    public byte[] hash() {
        return hash(text);
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Never the text: secrets do not belong in logs. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
