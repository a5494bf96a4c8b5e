package dev.lodge.attachments;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The name of a content: the SHA-256 of its bytes. There is no other name, so that none leads out of the store.
 *
 * @param hex 64 digits from 0 to 9 and a to f
 */
public record BlobKey(String hex) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException if it is not the hash of anything */
    public BlobKey {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 in lower-case hexadecimal digits");
        }
    }

    /** @throws IllegalArgumentException unless there are 32 bytes */
    public static BlobKey of(byte[] hash) {
        return new BlobKey(HexFormat.of().formatHex(hash));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    static boolean isOne(String text) {
        return HEX.matcher(text).matches();
    }

    @Override
    public String toString() {
        return hex;
    }
}
