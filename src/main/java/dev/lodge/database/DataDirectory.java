package dev.lodge.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * The directory in which Lodge keeps everything that must survive it, and where the database's parts lie in it.
 *
 * @param root made absolute; created by {@link #prepare()} if missing
 */
public record DataDirectory(Path root) {

    private static final long MEGABYTE = 1 << 20;
    /** The unpacked binaries, a new cluster and its first write-ahead log, with room to work. */
    private static final long FIRST_START_BYTES = 500 * MEGABYTE;
    /** Enough for the write-ahead log of a recovery and for the first minutes after it. */
    private static final long LATER_START_BYTES = 64 * MEGABYTE;

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    Path newCluster() {
        return root.resolve("postgres.new");
    }

    Path binaries() {
        return root.resolve("postgres-binaries");
    }

    Path passwords() {
        return root.resolve("postgres.passwords");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path gate() {
        return root.resolve("postgres.gate");
    }

    Path occupants() {
        return root.resolve("postgres.occupants");
    }

    /** Creates the directory, readable by its owner only, and refuses one that cannot serve. */
    DataDirectory prepare() {
        try {
            if (!Files.isDirectory(root)) {
                if (Files.exists(root)) {
                    throw new DatabaseUnavailable("The data directory %s is not a directory.".formatted(root));
                }
                // Only a directory that Lodge makes is closed to others: LODGE_DATA_DIR=/tmp by mistake must not lock
                // /tmp.
                Files.createDirectories(
                        root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            refuseAnotherUsersCluster();
            Files.delete(Files.createTempFile(root, "writable", ""));
            refuseFullDisk(
                    Files.getFileStore(root).getUsableSpace(),
                    Files.exists(cluster()) ? LATER_START_BYTES : FIRST_START_BYTES);
            return new DataDirectory(root.toRealPath());
        } catch (IOException cause) {
            throw unwritable(cause);
        }
    }

    void refuseFullDisk(long free, long needed) {
        if (free < needed) {
            throw new DatabaseUnavailable(
                    ("The disk that holds %s is full: %d MB are free, and the database needs %d MB to start."
                                    + " Free some space, or set LODGE_DATA_DIR to a directory on another disk.")
                            .formatted(root, free / MEGABYTE, needed / MEGABYTE));
        }
    }

    /** Says in a sentence why this directory could not be written. */
    DatabaseUnavailable unwritable(IOException cause) {
        if (speaksOfFullDisk(reason(cause))) {
            return new DatabaseUnavailable("The disk that holds %s is full.".formatted(root), cause);
        }
        String why = cause instanceof AccessDeniedException || isReadOnly()
                ? "The data directory %s cannot be written by %s%s. Make it writable, or set LODGE_DATA_DIR to another directory."
                        .formatted(root, System.getProperty("user.name"), isReadOnly() ? ": its disk is read-only" : "")
                : "The data directory %s cannot be used: %s.".formatted(root, reason(cause));
        return new DatabaseUnavailable(why, cause);
    }

    /** Whether this is what the C library says of a disk without blocks, without inodes, or of a quota reached. */
    static boolean speaksOfFullDisk(String said) {
        return said.contains("No space left on device") || said.contains("Disk quota exceeded");
    }

    /** Gives a file that root has just written to the user whose directory this is, who may run Lodge next. */
    void giveToOwner(Path file) throws IOException {
        int owner = owner(root);
        if (owner(file) != owner) {
            Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Lets other accounts through, though not look around, to what lies in here and is theirs. */
    void letOthersPass() throws IOException {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
    }

    static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    static int group(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS);
    }

    static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> paths = Files.walk(tree)) {
                for (Path path :
                        paths.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void refuseAnotherUsersCluster() throws IOException {
        if (!ServerAccount.runsAsRoot() && Files.exists(cluster()) && owner(cluster()) != ServerAccount.currentUser()) {
            throw new DatabaseUnavailable(("The database in %s belongs to the user %s, and Lodge runs as %s."
                            + " Run Lodge as that user, or set LODGE_DATA_DIR to another directory.")
                    .formatted(cluster(), Files.getOwner(cluster()).getName(), System.getProperty("user.name")));
        }
    }

    private boolean isReadOnly() {
        try {
            Path existing = root;
            while (!Files.exists(existing) && existing.getParent() != null) {
                existing = existing.getParent();
            }
            return Files.getFileStore(existing).isReadOnly();
        } catch (IOException unknown) {
            return false;
        }
    }

    private static String reason(IOException cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
