package dev.lodge.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once into the data directory from the archive on the class path.
 *
 * @param home the directory that holds {@code bin}, {@code lib} and {@code share}; it is named after the archive's
 *     checksum, so that another release of the binaries gets a directory of its own
 */
record Binaries(Path home) {

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /**
     * The caller holds the gate, so nobody else unpacks; a kill in the middle leaves only a directory that the next
     * call removes.
     */
    static Binaries unpackedIn(DataDirectory directory) throws IOException {
        URL archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path home = directory.binaries().resolve("%08x".formatted(checksum(archive)));
        if (!Files.isDirectory(home)) {
            Path unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
            DataDirectory.deleteTree(unfinished);
            makeFolder(directory.binaries());
            unpack(archive, unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Binaries(home);
    }

    static URL archive(String operatingSystem, String architecture) {
        String name = "/postgres-%s-%s.txz".formatted(system(operatingSystem), processor(architecture));
        URL archive = Binaries.class.getResource(name);
        if (archive == null) {
            throw new DatabaseUnavailable(
                    ("Lodge carries no PostgreSQL for %s on %s. Build it on such a machine (Linux or macOS, x86-64 or arm64),"
                                    + " or set LODGE_DATABASE_URL to a PostgreSQL that runs elsewhere.")
                            .formatted(operatingSystem, architecture));
        }
        return archive;
    }

    private static String system(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : name.toLowerCase(Locale.ROOT);
    }

    private static String processor(String architecture) {
        return switch (architecture) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> architecture;
        };
    }

    private static long checksum(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarEntry().getCrc();
        }
        var checksum = new CRC32();
        try (InputStream bytes = archive.openStream()) {
            checksum.update(bytes.readAllBytes());
        }
        return checksum.getValue();
    }

    private static void unpack(URL archive, Path target) throws IOException {
        makeFolder(target);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive of binaries holds a path outside of it: " + entry.getName());
                }
                unpack(tar, entry, path);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        makeFolder(entry.isDirectory() ? path : path.getParent());
        if (entry.isDirectory()) {
            return;
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** Readable by all, whatever the umask: the account that runs the server may not be the one that unpacks. */
    private static void makeFolder(@Nullable Path folder) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            makeFolder(folder.getParent());
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
