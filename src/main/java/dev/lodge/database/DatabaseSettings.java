package dev.lodge.database;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which database Lodge uses.
 *
 * @param dataDirectory where Lodge's own server keeps its files; created if missing
 * @param port the port of Lodge's own server on 127.0.0.1; 0 lets it choose a free one
 * @param url a PostgreSQL that somebody else runs, {@code jdbc:postgresql://host:5432/name} or {@code
 *     postgresql://…}; nothing is embedded then, and both logins are needed
 * @param owner the login there that owns the database
 * @param application the login there for the pool
 * @throws IllegalArgumentException naming the setting that is wrong
 */
public record DatabaseSettings(
        Path dataDirectory,
        int port,
        @Nullable String url,
        @Nullable Login owner,
        @Nullable Login application) {

    private static final Pattern URL = Pattern.compile("(?:jdbc:)?postgres(?:ql)?:(?<rest>//[^/@]+/[^/@]+)");

    public DatabaseSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException(
                    "LODGE_DATABASE_PORT is %d, but a port is 1 to 65535, or 0 for a free one.".formatted(port));
        }
        url = url == null || url.isBlank() ? null : jdbcUrl(url.strip());
        if (url != null && (owner == null || application == null)) {
            throw new IllegalArgumentException(
                    "LODGE_DATABASE_URL is set, so the logins are needed too: LODGE_DATABASE_OWNER_USER, "
                            + "LODGE_DATABASE_OWNER_PASSWORD, LODGE_DATABASE_APPLICATION_USER and LODGE_DATABASE_APPLICATION_PASSWORD.");
        }
        if (owner != null && application != null && owner.user().equals(application.user())) {
            throw new IllegalArgumentException(
                    "LODGE_DATABASE_OWNER_USER and LODGE_DATABASE_APPLICATION_USER are both %s: they must differ, "
                                    .formatted(owner.user())
                            + "since what serves requests must not own the tables.");
        }
    }

    /** Lodge's own server with its data in this directory, on a free port. */
    public static DatabaseSettings embedded(Path dataDirectory) {
        return new DatabaseSettings(dataDirectory, 0, null, null, null);
    }

    /** The address of the database that somebody else runs; empty when Lodge runs its own. */
    Optional<DatabaseAddress> external() {
        return url == null || owner == null || application == null
                ? Optional.empty()
                : Optional.of(new DatabaseAddress(url, owner, application));
    }

    private static String jdbcUrl(String url) {
        var matcher = URL.matcher(url);
        if (!matcher.matches()) {
            // The value is not repeated: it may carry a password, and this sentence is printed and logged.
            throw new IllegalArgumentException("LODGE_DATABASE_URL must look like jdbc:postgresql://host:5432/name,"
                    + " without user or password.");
        }
        return "jdbc:postgresql:" + matcher.group("rest");
    }
}
