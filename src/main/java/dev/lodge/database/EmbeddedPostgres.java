package dev.lodge.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lodge's own PostgreSQL, held open by this handle. The first process that opens a data directory starts its server,
 * others reach the same one, and the last to close stops it. What was committed survives the kill of any of them; a
 * server that a killed process left running is taken over.
 */
public final class EmbeddedPostgres implements Database {

    private static final Object MONITOR = new Object();
    private static final Map<Path, SharedServer> OPEN = new HashMap<>();
    private static volatile boolean exiting;

    static {
        // A process that is told to end in the middle of a start must not leave a server without occupants. The flag
        // is raised before the monitor is asked for, and open reads it while it holds the monitor: so either the
        // start under way sees it and undoes itself, while the end of the process waits here; or this is through
        // first, and open starts nothing.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            exiting = true;
                            synchronized (MONITOR) {
                                // Here no start is under way.
                            }
                        },
                        "database-start-barrier"));
    }

    private final SharedServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgres(SharedServer server) {
        this.server = server;
    }

    /**
     * @param port where a server that is started listens on 127.0.0.1; 0 for a free port. A server that already runs
     *     keeps its port
     * @throws DatabaseUnavailable with a sentence: the directory cannot be written or is another user's, the disk is
     *     full, the port is taken, the data are another major version's, the platform has no binaries
     */
    public static EmbeddedPostgres open(DataDirectory directory, int port) {
        return open(directory, port, Durability.SAFE);
    }

    static EmbeddedPostgres open(DataDirectory directory, int port, Durability durability) {
        DataDirectory prepared = directory.prepare();
        synchronized (MONITOR) {
            refuseWhenExiting();
            SharedServer server = OPEN.get(prepared.root());
            if (server == null) {
                server = SharedServer.start(prepared, port, durability);
                OPEN.put(prepared.root(), server);
            }
            server.users++;
            var handle = new EmbeddedPostgres(server);
            try {
                refuseWhenExiting();
            } catch (DatabaseUnavailable refusal) {
                handle.close();
                throw refusal;
            }
            return handle;
        }
    }

    private static void refuseWhenExiting() {
        if (exiting) {
            throw new DatabaseUnavailable("Lodge was told to stop while its database started.");
        }
    }

    @Override
    public DatabaseAddress address() {
        return server.address();
    }

    /** The server's superuser, for what checks the server itself; nothing that serves requests uses it. */
    public Login superuser() {
        return server.superuser();
    }

    Bootstrap bootstrap() {
        return server.bootstrap();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        synchronized (MONITOR) {
            server.users--;
            if (server.users == 0) {
                OPEN.values().remove(server);
                try {
                    server.leave();
                } catch (IOException cause) {
                    throw new DatabaseUnavailable("The database could not be closed.", cause);
                }
            }
        }
    }
}
