package dev.lodge.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret that Lodge made for itself: a file {@code secret} in the data directory, readable by its owner alone. */
record SecretFile(Path directory) {

    /** The secret; made now if there is none. */
    String read() {
        Path file = directory.resolve("secret");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException unusable) {
            throw new UncheckedIOException("The file %s cannot be used".formatted(file), unusable);
        }
    }

    private void make(Path file) throws IOException {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        Files.createDirectories(directory);
        Path fresh = Files.createTempFile(
                directory,
                "secret",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(fresh, Base64.getEncoder().encodeToString(bytes) + "\n");
            Files.setOwner(fresh, Files.getOwner(directory));
            // A link appears whole or not at all, and not over the secret of a process that was faster.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException faster) {
            // Its secret is the one.
        } catch (UnsupportedOperationException noLinks) {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
