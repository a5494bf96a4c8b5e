package dev.lodge.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The files of Lodge's own server: creates them, starts the server on them and stops it. Every call is made behind
 * the gate.
 */
final class Cluster {

    /** Long enough for the recovery after a crash under load. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private final DataDirectory directory;
    private final Binaries binaries;
    private final ServerAccount account;
    private final Programs programs;

    Cluster(DataDirectory directory, Binaries binaries, ServerAccount account) {
        this.directory = directory;
        this.binaries = binaries;
        this.account = account;
        this.programs = new Programs(account.prefix(), directory.log());
    }

    /** Creates the files if there are none, whole or not at all, and refuses those of another major version. */
    void prepare(Passwords passwords) throws IOException {
        if (Files.exists(path())) {
            refuseAnotherMajorVersion();
        } else {
            create(passwords.superuser());
        }
    }

    private void refuseAnotherMajorVersion() throws IOException {
        Path file = path().resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new DatabaseUnavailable(("The directory %s holds no PostgreSQL database."
                            + " Move it away, or set LODGE_DATA_DIR to another directory.")
                    .formatted(path()));
        }
        String found = Files.readString(file).strip();
        String carried = majorVersion();
        if (!found.equals(carried)) {
            throw new DatabaseUnavailable(
                    ("The database in %s was made by PostgreSQL %s, and this Lodge carries PostgreSQL %s."
                                    + " Start it with the release of Lodge that made it, dump it there and restore it here,"
                                    + " or set LODGE_DATA_DIR to another directory.")
                            .formatted(path(), found, carried));
        }
    }

    private String majorVersion() {
        var version = programs.run(STOP_PATIENCE, List.of(program("postgres"), "--version"));
        return version.output().strip().replaceFirst("^\\D*(\\d+)(?s:.*)$", "$1");
    }

    private void create(Login superuser) throws IOException {
        Path unfinished = directory.newCluster();
        DataDirectory.deleteTree(unfinished);
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path password = unfinished.resolve("password");
        Files.writeString(password, superuser.password());
        account.own(unfinished);
        Path cluster = unfinished.resolve("cluster");
        var outcome = initialise(cluster, password, characterTypes());
        if (outcome.output().contains("invalid locale name")) {
            outcome = initialise(cluster, password, "C");
        }
        if (!outcome.succeeded()) {
            throw failed("could not be created", outcome.output());
        }
        Files.writeString(
                cluster.resolve("postgresql.conf"),
                Files.readString(cluster.resolve("postgresql.conf"))
                        + "\ninclude = 'lodge.conf'\n# Your own settings go below this line.\n");
        Files.move(cluster, path(), StandardCopyOption.ATOMIC_MOVE);
        DataDirectory.deleteTree(unfinished);
    }

    /**
     * The built-in locale orders by code point and maps case by Unicode without asking the machine, so indexes stay
     * valid when its C library or ICU changes. Only the classification of letters, which pg_trgm asks the C library
     * for, needs a locale of the machine: with C it would drop every letter that is not ASCII.
     */
    private Programs.Outcome initialise(Path cluster, Path password, String characterTypes) {
        return programs.run(
                START_PATIENCE,
                List.of(
                        program("initdb"),
                        "--pgdata=" + cluster,
                        "--username=postgres",
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--lc-ctype=" + characterTypes,
                        "--no-instructions"));
    }

    private static String characterTypes() {
        return System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
    }

    /** Starts the server; false when it did not because another program took the port in the meantime. */
    boolean start(int port, Durability durability) throws IOException {
        writeConfiguration(port, durability);
        Postmaster.forgetTheDead(path());
        log().discardOld(Files.getLastModifiedTime(path().resolve("lodge.conf")));
        // pg_ctl puts the server into a session of its own, so the terminal's Ctrl-C reaches Lodge alone.
        var outcome = programs.run(
                START_PATIENCE.plusSeconds(10),
                List.of(
                        program("pg_ctl"),
                        "start",
                        "--silent",
                        "--wait",
                        "--timeout=" + START_PATIENCE.toSeconds(),
                        "--pgdata=" + path()));
        if (outcome.succeeded()) {
            return true;
        }
        String said = outcome.output() + log().lastWords();
        stopWhatStartedAllTheSame();
        if (said.contains("Address already in use")) {
            return false;
        }
        throw failed("could not be started", said);
    }

    /** A signal to the whole process group may end pg_ctl between the start of the server and its report. */
    private void stopWhatStartedAllTheSame() throws IOException {
        if (Postmaster.of(path()).filter(Postmaster::alive).isPresent()) {
            stop();
        }
    }

    void stop() {
        var outcome = programs.run(
                STOP_PATIENCE.plusSeconds(10),
                List.of(
                        program("pg_ctl"),
                        "stop",
                        "--silent",
                        "--wait",
                        "--mode=fast",
                        "--timeout=" + STOP_PATIENCE.toSeconds(),
                        "--pgdata=" + path()));
        if (!outcome.succeeded()) {
            throw failed("could not be stopped", outcome.output());
        }
    }

    private void writeConfiguration(int port, Durability durability) throws IOException {
        if (account.user() != null
                && DataDirectory.owner(path()) != account.user().uid()) {
            account.own(path());
        }
        write("lodge.conf", resource("lodge.conf") + "\nport = " + port + "\n" + durability.configuration());
        write("pg_hba.conf", "# Written by Lodge at each start.\nhost all all 127.0.0.1/32 scram-sha-256\n");
    }

    private void write(String name, String content) throws IOException {
        Path file = path().resolve(name);
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        account.own(file);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(Cluster.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private DatabaseUnavailable failed(String what, String said) {
        if (DataDirectory.speaksOfFullDisk(said)) {
            return new DatabaseUnavailable(
                    "The disk that holds %s is full, so the database %s.".formatted(path(), what));
        }
        return new DatabaseUnavailable(
                "The database in %s %s. PostgreSQL says:\n%s".formatted(path(), what, said.strip()));
    }

    private ServerLog log() {
        return new ServerLog(path().resolve("log"));
    }

    private Path path() {
        return directory.cluster();
    }

    private String program(String name) {
        return binaries.program(name).toString();
    }
}
