package dev.lodge.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which processes use the server, told by locks of the operating system on two files, which end with the process
 * however it ends.
 *
 * <ul>
 *   <li>The <em>gate</em> is held exclusively while somebody starts or stops the server, and for nothing else.
 *   <li><em>Occupants</em> is held in shared mode by each process that uses the server, from its start to its end.
 * </ul>
 *
 * <p>The order that makes this sound: occupants is only ever taken, shared or exclusively, by who holds the gate. So
 *
 * <ol>
 *   <li>who comes in has seen the server ready and set up before it counts as occupant, and nobody stops it in
 *       between;
 *   <li>who leaves drops its share and then asks for the exclusive lock: getting it proves that no occupant is left,
 *       and since the gate is still held, none can come before the server has stopped; not getting it proves that
 *       somebody remains, who will ask the same question on leaving;
 *   <li>who is killed holds nothing any more. Behind the gate it may have left a server half set up or half stopped,
 *       so whoever comes next looks at the server itself and never at what was left behind; a server without
 *       occupants is taken over.
 * </ol>
 *
 * <p>The locks are those of POSIX ({@code fcntl}): they belong to the process, the server that is forked does not
 * inherit them, and closing any channel on a file drops the process's lock on it. Hence one instance per directory
 * and process, which {@link EmbeddedPostgres} sees to by counting.
 */
final class Occupancy implements AutoCloseable {

    /** Longer than the longest start, so that a second process waits for the first's recovery. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Path root;
    private final FileChannel gate;
    private final FileChannel occupants;
    private @Nullable FileLock share;

    private Occupancy(Path root, FileChannel gate, FileChannel occupants) {
        this.root = root;
        this.gate = gate;
        this.occupants = occupants;
    }

    interface Step<T> {
        T run() throws IOException;
    }

    static Occupancy of(DataDirectory directory) throws IOException {
        FileChannel gate = open(directory, directory.gate());
        try {
            return new Occupancy(directory.root(), gate, open(directory, directory.occupants()));
        } catch (IOException cause) {
            gate.close();
            throw cause;
        }
    }

    /** Runs {@code start} behind the gate and counts this process as occupant if it succeeds. */
    <T> T enter(Step<T> start) throws IOException {
        try (var _ = passGate()) {
            T started = start.run();
            share = occupants.tryLock(0, Long.MAX_VALUE, true);
            if (share == null) {
                throw new IllegalStateException("The occupants' lock is held by somebody who does not hold the gate.");
            }
            return started;
        }
    }

    /** Stops counting this process, and runs {@code stop} behind the gate if it was the last. */
    void leave(Runnable stop) throws IOException {
        try (var _ = passGate()) {
            if (share != null) {
                share.release();
                share = null;
            }
            if (occupants.tryLock() != null) {
                stop.run();
            }
        } finally {
            close();
        }
    }

    /** Lets go of every lock without looking at the server. */
    @Override
    public void close() throws IOException {
        try (gate) {
            occupants.close();
        }
    }

    private FileLock passGate() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            FileLock held = gate.tryLock();
            if (held != null) {
                return held;
            }
            pause();
        }
        throw new DatabaseUnavailable(
                "Another process of Lodge has been starting or stopping the database in %s for %d minutes."
                        .formatted(root, PATIENCE.toMinutes()));
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Waiting for the database was interrupted.", cause);
        }
    }

    private static FileChannel open(DataDirectory directory, Path file) throws IOException {
        boolean fresh = !Files.exists(file);
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (fresh) {
            directory.giveToOwner(file);
        }
        return channel;
    }
}
