package dev.lodge.customers;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's code of what went wrong, wherever in the chain of causes it is. */
final class SqlState {

    private SqlState() {}

    static @Nullable String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
