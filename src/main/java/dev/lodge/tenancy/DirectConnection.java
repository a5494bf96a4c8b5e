package dev.lodge.tenancy;

import dev.lodge.database.DatabaseAddress;
import dev.lodge.database.DatabaseUnavailable;
import dev.lodge.database.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Whether nothing stands between Lodge and PostgreSQL that hands a connection, with the role set on it, to somebody else. */
public final class DirectConnection {

    private DirectConnection() {}

    /**
     * Connects and compares the server process that the start-up named with the one that answers. A pooler such as PgBouncer gives its
     * own number at the start-up.
     *
     * @throws DatabaseUnavailable with a sentence, when there is a pooler or no connection at all
     */
    public static void require(DatabaseAddress address) {
        if (!isDirect(address)) {
            throw new DatabaseUnavailable(
                    "A connection pooler stands between Lodge and PostgreSQL. Lodge pools connections itself and sets a tenant's role on them,"
                            + " which a pooler would hand to another tenant. Point LODGE_DATABASE_URL at PostgreSQL itself.");
        }
    }

    /** As {@link #require}, as an answer. */
    public static boolean isDirect(DatabaseAddress address) {
        Login login = address.application();
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), login.user(), login.password());
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select pg_backend_pid()")) {
            answer.next();
            return answer.getInt(1) == connection.unwrap(PGConnection.class).getBackendPID();
        } catch (SQLException failure) {
            throw new DatabaseUnavailable(
                    "The database cannot be reached as %s: %s".formatted(login.user(), failure.getMessage()), failure);
        }
    }
}
