package dev.lodge.database;

/** A PostgreSQL that somebody else runs; nothing is started and nothing stopped. */
record ExternalDatabase(DatabaseAddress address) implements Database {

    @Override
    public void close() {}
}
