package dev.lodge.secrets;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the deployment's secret comes from.
 *
 * @param secret at least 32 characters that nobody guesses, the same on every node; if it is not given, Lodge makes one and keeps it
 *     in the data directory
 * @param dataDir the data directory
 */
@ConfigurationProperties("lodge")
record SecretSettings(
        @Nullable String secret, @DefaultValue("data") Path dataDir) {

    private static final int SHORTEST = 32;

    SecretSettings {
        secret = secret == null || secret.isBlank() ? null : secret.strip();
        if (secret != null && secret.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "LODGE_SECRET has at least %d characters, for example the output of: openssl rand -base64 32."
                            .formatted(SHORTEST));
        }
    }

    /** The secret is not part of it: settings are printed and logged. */
    @Override
    public String toString() {
        return "SecretSettings[secret=%s, dataDir=%s]".formatted(secret == null ? "none" : "given", dataDir);
    }
}
