package dev.lodge.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A pool whose connections are handed out in the role that is asked for, to each role no more than its share. The role is set only when
 * the physical connection last served another one, because that costs a round trip; a connection on which setting it failed is thrown
 * away.
 */
final class RolePool implements AutoCloseable {

    private final HikariDataSource pool;
    private final Shares shares;

    /** The role that each physical connection is known to be in. Only the borrower of a connection touches its entry. */
    private final Map<PGConnection, String> roles = Collections.synchronizedMap(new WeakHashMap<>());

    RolePool(HikariDataSource pool) {
        this.pool = pool;
        this.shares = new Shares(pool.getMaximumPoolSize(), Duration.ofMillis(pool.getConnectionTimeout()));
    }

    Connection borrow(String role) throws SQLException {
        Shares.Share share = shares.take(role);
        try {
            return new Borrowed(inRole(role), share);
        } catch (SQLException | RuntimeException failure) {
            share.giveBack();
            throw failure;
        }
    }

    private Connection inRole(String role) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            PGConnection physical = connection.unwrap(PGConnection.class);
            if (!role.equals(roles.get(physical))) {
                // Outside a transaction: SET is undone by a rollback, and the map would then say what is no longer so.
                roles.remove(physical);
                setRole(connection, role);
                roles.put(physical, role);
            }
            return connection;
        } catch (SQLException | RuntimeException failure) {
            discard(connection, failure);
            throw failure;
        }
    }

    private void setRole(Connection connection, String role) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new SQLException("A connection came back from the pool in the middle of a transaction.");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role " + Quoted.name(role));
        }
    }

    private void discard(Connection connection, Throwable failure) {
        try {
            pool.evictConnection(connection);
            connection.close();
        } catch (SQLException | RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    /** The role a physical connection is known to be in, for tests. */
    @Nullable
    String roleOf(PGConnection physical) {
        return roles.get(physical);
    }

    HikariDataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Gives its part of the share back when it is closed, once. */
    private static final class Borrowed extends DefaultConnection {

        private final AtomicReference<Shares.@Nullable Share> share;

        Borrowed(Connection connection, Shares.Share share) {
            super(connection);
            this.share = new AtomicReference<>(share);
        }

        @Override
        public void close() throws SQLException {
            Shares.Share held = share.getAndSet(null);
            try {
                super.close();
            } finally {
                if (held != null) {
                    held.giveBack();
                }
            }
        }
    }
}
