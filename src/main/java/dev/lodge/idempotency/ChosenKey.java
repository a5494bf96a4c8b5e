package dev.lodge.idempotency;

import dev.lodge.tenancy.Tenant;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * A key as its client chose it: known while a request is under way, and stored nowhere. What is stored is derived from it (HKDF, RFC
 * 5869) for one person at one desk: a name to find the answer by, a fingerprint of the request, and the secret that seals the answer. An
 * answer may carry a credential, such as the link of an invitation; whoever reads the database alone opens none, unless the key can be
 * guessed.
 */
final class ChosenKey {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String principal;
    private final byte[] name;
    private final SecretKey fingerprint;
    private final SecretKey seal;

    ChosenKey(Tenant tenant, String principal, String text) {
        this.principal = principal;
        String owner = tenant.id() + "\n" + principal;
        name = derive("AES", "name\n" + owner, text).getEncoded();
        fingerprint = derive("HmacSHA256", "request\n" + owner, text);
        seal = derive("AES", "answer\n" + owner, text);
    }

    String principal() {
        return principal;
    }

    /** What the answer is found by: 43 characters. */
    String name() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    }

    /** What requests with this key queue up for. */
    long lock() {
        return ByteBuffer.wrap(name).getLong();
    }

    /** The same for the same request, and nothing that a request could be guessed from: it may hold a password. */
    byte[] fingerprint(byte[] request) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(fingerprint);
            return mac.doFinal(request);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** The answer encrypted, after the nonce of its own that it needs because the key may come again after its day. */
    byte[] seal(byte[] answer) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, seal, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(answer);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** @throws IllegalStateException when it was sealed with another key, or changed since */
    byte[] open(byte[] sealed) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.DECRYPT_MODE, seal, new GCMParameterSpec(TAG_BITS, Arrays.copyOf(sealed, NONCE_BYTES)));
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException notOurs) {
            throw new IllegalStateException("A kept answer cannot be opened", notOurs);
        }
    }

    private static SecretKey derive(String algorithm, String purpose, String text) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(text.getBytes(StandardCharsets.US_ASCII))
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
