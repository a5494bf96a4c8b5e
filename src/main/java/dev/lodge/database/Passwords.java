package dev.lodge.database;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The generated passwords of Lodge's own server, in a file that only its owner reads. */
record Passwords(Login superuser, Login owner, Login application) {

    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "lodge_owner";
    private static final String APPLICATION = "lodge_app";

    static Passwords in(DataDirectory directory) throws IOException {
        Path file = directory.passwords();
        if (!Files.exists(file)) {
            if (Files.exists(directory.cluster())) {
                throw new DatabaseUnavailable(
                        "The passwords of the database in %s are missing: put back the file %s from a backup."
                                .formatted(directory.cluster(), file));
            }
            generate(directory, file);
        }
        var stored = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            stored.load(reader);
        }
        return new Passwords(
                login(stored, SUPERUSER, file), login(stored, OWNER, file), login(stored, APPLICATION, file));
    }

    private static void generate(DataDirectory directory, Path file) throws IOException {
        var generated = new Properties();
        for (String user : new String[] {SUPERUSER, OWNER, APPLICATION}) {
            generated.setProperty(user, random());
        }
        var text = new StringWriter();
        generated.store(text, "The logins of Lodge's own PostgreSQL. Keep this file with the data, and secret.");
        // Created closed and renamed complete: there is no moment in which it is readable by others or half written.
        Path unfinished = Files.createTempFile(
                directory.root(),
                "postgres.passwords",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, text.toString());
        directory.giveToOwner(unfinished);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Login login(Properties stored, String user, Path file) {
        String password = stored.getProperty(user, "");
        if (password.isEmpty()) {
            throw new DatabaseUnavailable(
                    "The file %s holds no password for %s: put it back from a backup.".formatted(file, user));
        }
        return new Login(user, password);
    }
}
