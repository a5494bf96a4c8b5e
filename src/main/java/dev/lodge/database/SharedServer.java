package dev.lodge.database;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * This process's share in the server of one data directory; {@code users} counts the handles on it within the
 * process.
 */
final class SharedServer {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int ATTEMPTS_AT_A_FREE_PORT = 5;
    private static final String CANNOT_CONNECT_NOW = "57P03";
    private static final String CONNECTION_FAILURE_CLASS = "08";

    private final Occupancy occupancy;
    private final Cluster cluster;
    private final Passwords passwords;
    private final int port;
    int users;

    private SharedServer(Occupancy occupancy, Cluster cluster, Passwords passwords, int port) {
        this.occupancy = occupancy;
        this.cluster = cluster;
        this.passwords = passwords;
        this.port = port;
    }

    static SharedServer start(DataDirectory directory, int port, Durability durability) {
        try {
            Occupancy occupancy = Occupancy.of(directory);
            try {
                return occupancy.enter(() -> startBehindGate(occupancy, directory, port, durability));
            } catch (Throwable failure) {
                occupancy.close();
                throw failure;
            }
        } catch (IOException cause) {
            throw directory.unwritable(cause);
        }
    }

    private static SharedServer startBehindGate(
            Occupancy occupancy, DataDirectory directory, int port, Durability durability) throws IOException {
        Binaries binaries = Binaries.unpackedIn(directory);
        ServerAccount account = ServerAccount.choose(directory, binaries);
        Passwords passwords = Passwords.in(directory);
        var cluster = new Cluster(directory, binaries, account);
        cluster.prepare(passwords);
        int running = ready(directory, cluster, passwords, port, durability);
        return new SharedServer(occupancy, cluster, passwords, running);
    }

    DatabaseAddress address() {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable".formatted(port, Bootstrap.DATABASE),
                passwords.owner(),
                passwords.application());
    }

    Login superuser() {
        return passwords.superuser();
    }

    Bootstrap bootstrap() {
        return new Bootstrap(port, passwords);
    }

    void leave() throws IOException {
        occupancy.leave(cluster::stop);
    }

    /**
     * The port of the server, which answers and is set up: the one that runs already, or else one that is started.
     */
    private static int ready(
            DataDirectory directory, Cluster cluster, Passwords passwords, int port, Durability durability)
            throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Postmaster> running = Postmaster.of(directory.cluster()).filter(Postmaster::alive);
            int candidate = running.isPresent() ? running.get().port() : startOn(cluster, port, durability);
            try {
                new Bootstrap(candidate, passwords).run();
                return candidate;
            } catch (SQLException refusal) {
                // A server that somebody killed was starting, or is stopping: it answers soon, or is gone and started
                // anew.
                if (!isPassing(refusal)) {
                    throw new DatabaseUnavailable(
                            "The database in %s runs but does not let Lodge in: %s"
                                    .formatted(directory.cluster(), refusal.getMessage()),
                            refusal);
                }
                Occupancy.pause();
            }
        }
        throw new DatabaseUnavailable("The database in %s did not answer within %d minutes; its log is in %s."
                .formatted(
                        directory.cluster(),
                        PATIENCE.toMinutes(),
                        directory.cluster().resolve("log")));
    }

    private static boolean isPassing(SQLException refusal) {
        String state = refusal.getSQLState();
        return state != null && (state.equals(CANNOT_CONNECT_NOW) || state.startsWith(CONNECTION_FAILURE_CLASS));
    }

    private static int startOn(Cluster cluster, int wanted, Durability durability) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS_AT_A_FREE_PORT; attempt++) {
            int port = probe(wanted);
            if (cluster.start(port, durability)) {
                return port;
            }
        }
        throw new DatabaseUnavailable("No port of 127.0.0.1 could be had for the database.");
    }

    /** The port if it is free, or any free one for 0. Another program may still take it before the server does. */
    private static int probe(int wanted) throws IOException {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException taken) {
            throw new DatabaseUnavailable(
                    ("The port %d, which the database should listen on, is in use by another program."
                                    + " Stop that program, or set LODGE_DATABASE_PORT to another port or to 0 for any free one.")
                            .formatted(wanted),
                    taken);
        }
    }
}
