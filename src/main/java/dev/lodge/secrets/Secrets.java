package dev.lodge.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Encrypts and decrypts with AES-256 in Galois/Counter Mode (NIST SP 800-38D), under a key that HKDF (RFC 5869) makes of the
 * deployment's secret. Each text is bound to its purpose: copied to another place, or to another tenant, it cannot be read.
 *
 * <p>Form of what is stored: one byte for the version, 1; 12 random bytes; the encrypted text with its tag of 16 bytes.
 */
@Component
@EnableConfigurationProperties(SecretSettings.class)
public final class Secrets {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Supplier<@Nullable String> secret;
    private volatile @Nullable SecretKey key;

    @Autowired
    Secrets(SecretSettings settings, @Value("${lodge.database.url:}") String externalDatabase) {
        this(() -> settings.secret() == null && externalDatabase.isBlank()
                ? new SecretFile(settings.dataDir()).read()
                : settings.secret());
    }

    Secrets(Supplier<@Nullable String> secret) {
        this.secret = secret;
    }

    /**
     * Encrypts a text.
     *
     * @param purpose what it is for and whose it is; needed again to read it
     * @throws SecretMissing when the database is shared and no secret is set
     */
    public byte[] seal(String purpose, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads what was encrypted for the purpose.
     *
     * @throws SecretUnreadable when it was not, or not under this deployment's secret
     * @throws SecretMissing when the database is shared and no secret is set
     */
    public String open(String purpose, byte[] sealed) throws SecretUnreadable {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] != VERSION) {
            throw new SecretUnreadable();
        }
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, purpose)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException forged) {
            throw new SecretUnreadable();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKey key() throws GeneralSecurityException {
        SecretKey known = key;
        if (known == null) {
            String given = secret.get();
            if (given == null) {
                throw new SecretMissing();
            }
            known = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(given.getBytes(StandardCharsets.UTF_8))
                                    .thenExpand("lodge secrets 1".getBytes(StandardCharsets.UTF_8), 32));
            key = known;
        }
        return known;
    }
}
