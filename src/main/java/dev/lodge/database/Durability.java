package dev.lodge.database;

/** What a crash may cost. */
enum Durability {
    /** Nothing that was committed. */
    SAFE(""),
    /** Everything; for tests, whose data nobody misses. */
    THROWAWAY("fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n");

    private final String configuration;

    Durability(String configuration) {
        this.configuration = configuration;
    }

    String configuration() {
        return configuration;
    }
}
