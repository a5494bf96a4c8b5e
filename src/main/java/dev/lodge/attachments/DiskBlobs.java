package dev.lodge.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Contents as files: {@code 7/ab/cd/abcd…} below the root is one of tenant 7. A content is written beside, forced to the disk and then
 * given its name, so that under a name there is all of it or nothing.
 */
final class DiskBlobs implements BlobStore {

    private static final int BUFFER = 1 << 16;
    private static final FileAttribute<?> OWNERS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path root;

    DiskBlobs(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public Arriving receive(long tenantId, InputStream content, long most) throws IOException {
        var arriving = Files.createDirectories(arriving(tenantId), OWNERS_ALONE);
        var file = Files.createTempFile(arriving, "", ".part");
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var digest = BlobKey.digest();
            var buffer = new byte[BUFFER];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new ContentTooLong(most);
                }
                digest.update(buffer, 0, read);
                write(out, ByteBuffer.wrap(buffer, 0, read));
            }
            out.force(true);
            return new Part(file, tenantId, BlobKey.of(digest.digest()), size);
        } catch (IOException | RuntimeException interrupted) {
            Files.deleteIfExists(file);
            throw interrupted;
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    @Override
    public Optional<InputStream> open(long tenantId, BlobKey key) throws IOException {
        try {
            return Optional.of(Files.newInputStream(path(tenantId, key)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    @Override
    public OptionalLong size(long tenantId, BlobKey key) throws IOException {
        try {
            return OptionalLong.of(Files.size(path(tenantId, key)));
        } catch (NoSuchFileException missing) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void delete(long tenantId, BlobKey key) throws IOException {
        Files.deleteIfExists(path(tenantId, key));
    }

    @Override
    public Stream<BlobKey> list(long tenantId) throws IOException {
        var directory = directory(tenantId);
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        return Files.find(directory, 3, (path, attributes) -> attributes.isRegularFile())
                .map(path -> path.getFileName().toString())
                .filter(BlobKey::isOne)
                .map(BlobKey::new);
    }

    @Override
    public void discardUnfinished(long tenantId, Duration age) throws IOException {
        var arriving = arriving(tenantId);
        if (!Files.isDirectory(arriving)) {
            return;
        }
        // Files bear the time of the machine.
        var before = InstantSource.system().instant().minus(age);
        try (var parts = Files.newDirectoryStream(arriving)) {
            for (Path part : parts) {
                discardIfOlder(part, before);
            }
        }
    }

    private static void discardIfOlder(Path part, Instant before) throws IOException {
        try {
            if (!Files.getLastModifiedTime(part).toInstant().isAfter(before)) {
                Files.deleteIfExists(part);
            }
        } catch (NoSuchFileException arrivedMeanwhile) {
            // it is no longer unfinished
        }
    }

    private Path directory(long tenantId) {
        return root.resolve(Long.toString(tenantId));
    }

    private Path arriving(long tenantId) {
        return directory(tenantId).resolve("arriving");
    }

    private Path path(long tenantId, BlobKey key) {
        return directory(tenantId)
                .resolve(key.hex().substring(0, 2))
                .resolve(key.hex().substring(2, 4))
                .resolve(key.hex());
    }

    /** A file that has no name in the store yet. */
    private final class Part implements Arriving {

        private final Path file;
        private final long tenantId;
        private final BlobKey key;
        private final long size;

        Part(Path file, long tenantId, BlobKey key, long size) {
            this.file = file;
            this.tenantId = tenantId;
            this.key = key;
            this.size = size;
        }

        @Override
        public BlobKey key() {
            return key;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        /** A file of that name is replaced, not spared: should it have been damaged, it is whole again. */
        @Override
        public void keep() throws IOException {
            var target = path(tenantId, key);
            var within = target.getParent();
            Files.createDirectories(within, OWNERS_ALONE);
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            // A name is on the disk when its directory is, and that when the one around it is.
            for (Path above = within; above != null && !above.equals(root); above = above.getParent()) {
                force(above);
            }
        }

        private static void force(Path directory) throws IOException {
            try (var names = FileChannel.open(directory, StandardOpenOption.READ)) {
                names.force(true);
            }
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
