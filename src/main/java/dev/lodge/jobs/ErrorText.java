package dev.lodge.jobs;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What operators are told of a failure: enough to find its cause, and nothing out of a tenant's rows. */
final class ErrorText {

    private static final int LONGEST = 500;

    private ErrorText() {}

    /**
     * The kind of the failure and its message. Of one in the database only PostgreSQL's own sentence, neither the statement nor the
     * detail, which quotes values; and of a value it did not understand not even that.
     */
    static String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return shortened(failure.getClass().getSimpleName() + ": " + ofDatabase(refused));
            }
        }
        String message = failure.getMessage();
        return shortened(failure.getClass().getSimpleName() + (message == null ? "" : ": " + message));
    }

    private static String ofDatabase(SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        ServerErrorMessage said = refused instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return said == null || said.getMessage() == null || state.startsWith("22")
                ? "SQL state " + state
                : "%s (SQL state %s)".formatted(said.getMessage(), state);
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
