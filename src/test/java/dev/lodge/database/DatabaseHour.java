package dev.lodge.database;

import java.sql.SQLException;

/** The hour that the database's own clock shows: whatever is counted by it starts anew at a moment that no test can put off. */
public final class DatabaseHour {

    private DatabaseHour() {}

    /** What is to happen within one such hour. */
    public interface Act {
        void run() throws Exception;
    }

    /**
     * Does it; and once more when it failed and the hour ended meanwhile.
     *
     * @param act begins with people of its own, of whom nothing is counted yet
     */
    public static void within(Act act) throws Exception {
        String hour = present();
        try {
            act.run();
        } catch (AssertionError | Exception failed) {
            if (hour.equals(present())) {
                throw failed;
            }
            act.run();
        }
    }

    private static String present() throws SQLException {
        try (var owner = TestDatabase.asOwner();
                var statement = owner.createStatement();
                var row = statement.executeQuery("select date_trunc('hour', now())::text")) {
            row.next();
            return row.getString(1);
        }
    }
}
