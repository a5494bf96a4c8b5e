package dev.lodge.tenancy;

import dev.lodge.database.DatabaseSettings;
import dev.lodge.database.Login;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The database and how many connections are held to it.
 *
 * @param port the port of Lodge's own server on 127.0.0.1; 0 lets it choose a free one
 * @param url a PostgreSQL that somebody else runs; nothing is embedded then, and both logins are needed
 * @param owner the login there that owns the database
 * @param application the login there for the pools
 * @param pools how many pools tenants are spread over. More pools keep each backend's caches smaller, since it meets fewer tenants
 * @param poolSize connections of one pool at most. One tenant holds all but one of them, or all while it is alone in its pool
 */
@ConfigurationProperties("lodge.database")
record DatabaseProperties(
        @DefaultValue("0") int port,
        @Nullable String url,
        @Nullable Login owner,
        @Nullable Login application,
        @DefaultValue("24") int pools,
        @DefaultValue("3") int poolSize) {

    DatabaseProperties {
        if (pools < 1 || pools > 64 || poolSize < 1 || poolSize > 64) {
            throw new IllegalArgumentException("LODGE_DATABASE_POOLS and LODGE_DATABASE_POOL_SIZE are 1 to 64.");
        }
    }

    DatabaseSettings settings(Path dataDirectory) {
        return new DatabaseSettings(dataDirectory, port, url, owner, application);
    }
}
