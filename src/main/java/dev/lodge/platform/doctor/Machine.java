package dev.lodge.platform.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** This machine: the data directory and the disk it is on. */
final class Machine {

    private static final long MEGABYTE = 1 << 20;
    private static final long FULL = 256 * MEGABYTE;
    private static final long TIGHT = 2048 * MEGABYTE;

    /** What nobody but the owner may do with the directory; passing through is harmless, and root's PostgreSQL needs it. */
    private static final Set<PosixFilePermission> TOO_MUCH = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path directory;

    Machine(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    List<Finding> look() {
        if (!Files.isDirectory(directory)) {
            return List.of(Finding.note(
                    "Data", "There is no data directory %s yet.".formatted(directory), "The first start makes it."));
        }
        var findings = new ArrayList<Finding>();
        try {
            findings.add(permissions());
            findings.add(disk());
        } catch (IOException unreadable) {
            findings.add(Finding.bad(
                    "Data",
                    "The data directory %s cannot be looked at: %s.".formatted(directory, unreadable.getMessage()),
                    "Make it readable for the user that runs Lodge, or set LODGE_DATA_DIR."));
        }
        return findings;
    }

    private Finding permissions() throws IOException {
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(directory);
        if (found.stream().anyMatch(TOO_MUCH::contains)) {
            return Finding.bad(
                    "Data",
                    "Others can look into the data directory %s (%s)."
                            .formatted(directory, PosixFilePermissions.toString(found)),
                    "Run: chmod go-rw %s".formatted(directory));
        }
        return Files.isWritable(directory)
                ? Finding.good("Data", "The data directory is %s, and its owner's alone.".formatted(directory))
                : Finding.bad(
                        "Data",
                        "The data directory %s cannot be written.".formatted(directory),
                        "Run Lodge as its owner, or set LODGE_DATA_DIR to another directory.");
    }

    private Finding disk() throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        String sentence = "%,d MB are free on the disk that holds the data.".formatted(free / MEGABYTE);
        if (free < FULL) {
            return Finding.bad("Disk", sentence, "Free some space now: without it PostgreSQL stops.");
        }
        return free < TIGHT
                ? Finding.note("Disk", sentence, "Free some space before it is needed.")
                : Finding.good("Disk", sentence);
    }
}
