package dev.lodge.database;

/** The database in use: Lodge's own server, or one that somebody else runs. */
public sealed interface Database extends AutoCloseable permits EmbeddedPostgres, ExternalDatabase {

    DatabaseAddress address();

    /**
     * Lets go of the database. Lodge's own server stops if no other process of Lodge uses it; closing twice is
     * harmless.
     */
    @Override
    void close();

    /**
     * Opens the database that the settings name, which starts Lodge's own server when they name none.
     *
     * @throws DatabaseUnavailable with a sentence that says why, and what to do
     */
    static Database open(DatabaseSettings settings) {
        return settings.external()
                .<Database>map(ExternalDatabase::new)
                .orElseGet(() -> EmbeddedPostgres.open(new DataDirectory(settings.dataDirectory()), settings.port()));
    }

    /**
     * Also closes when the process is told to end (SIGTERM, Ctrl-C, {@code System.exit}). For commands; a server with
     * an orderly shutdown of its own closes the database as that shutdown's last step instead.
     */
    default Database closeAtExit() {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::close, "database-close"));
        } catch (IllegalStateException exitingAlready) {
            close();
        }
        return this;
    }
}
