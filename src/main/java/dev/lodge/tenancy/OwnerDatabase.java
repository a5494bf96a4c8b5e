package dev.lodge.tenancy;

import dev.lodge.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The owner's way in, for provisioning and migrations only: rare work, so no connection is kept for it. It alone can create roles
 * and change tables, and nothing that serves a request holds it.
 */
final class OwnerDatabase {

    private final PGSimpleDataSource connections = new PGSimpleDataSource();
    private final String applicationLogin;

    OwnerDatabase(DatabaseAddress address) {
        connections.setUrl(address.jdbcUrl());
        connections.setUser(address.owner().user());
        connections.setPassword(address.owner().password());
        connections.setApplicationName("lodge-owner");
        connections.setOptions("-c search_path=pg_catalog,pg_temp");
        applicationLogin = address.application().user();
    }

    /** Work on a connection that is in a transaction. */
    @FunctionalInterface
    interface Work<R> {
        R with(Connection connection, DSLContext sql) throws SQLException;
    }

    /**
     * Runs the work in one transaction: all of it happens or nothing.
     *
     * @throws DataAccessException from the statements of the work
     */
    <R> R inTransaction(Work<R> work) {
        try (Session session = session()) {
            return session.inTransaction(work);
        }
    }

    /** For many transactions one after the other: to connect takes longer than most of them. */
    Session session() {
        return new Session();
    }

    /** One connection, for one thread. After a failure the next transaction gets a new one. */
    final class Session implements AutoCloseable {

        private @Nullable Connection connection;

        <R> R inTransaction(Work<R> work) {
            boolean committed = false;
            try {
                Connection connected = connected();
                R result = work.with(connected, DSL.using(connected, SQLDialect.POSTGRES));
                connected.commit();
                committed = true;
                return result;
            } catch (SQLException failure) {
                throw new DataAccessException(String.valueOf(failure.getMessage()), failure);
            } finally {
                if (!committed) {
                    close();
                }
            }
        }

        private Connection connected() throws SQLException {
            if (connection == null) {
                connection = connections.getConnection();
                connection.setAutoCommit(false);
            }
            return connection;
        }

        @Override
        public void close() {
            Connection ended = connection;
            connection = null;
            if (ended != null) {
                try {
                    ended.close();
                } catch (SQLException alreadyBroken) {
                    // The server ends the transaction of a connection that is gone.
                }
            }
        }
    }

    /** Lets the pool's login take a role, but never hold its rights by itself. */
    void letApplicationTake(DSLContext sql, String role) {
        String login = Quoted.name(applicationLogin);
        if (serverVersion(sql) >= 16) {
            sql.execute("grant %s to %s with inherit false, set true".formatted(Quoted.name(role), login));
            sql.execute("grant %s to current_user with inherit false, set true".formatted(Quoted.name(role)));
        } else {
            // Before 16 inheritance is a property of the login, which is NOINHERIT; doctor checks that.
            sql.execute("grant %s to %s".formatted(Quoted.name(role), login));
            sql.execute("grant %s to current_user".formatted(Quoted.name(role)));
        }
    }

    String databaseName(DSLContext sql) {
        return sql.fetchSingle("select current_database()").into(String.class);
    }

    private static int serverVersion(DSLContext sql) {
        return sql.fetchSingle("select current_setting('server_version_num')::int / 10000")
                .into(Integer.class);
    }
}
