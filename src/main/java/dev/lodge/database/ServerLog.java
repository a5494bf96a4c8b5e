package dev.lodge.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the server writes while it runs: one file a weekday. */
record ServerLog(Path folder) {

    private static final int LAST_LINES = 20;

    /**
     * Removes what is nearly a week old: the server overwrites a weekday's file only if it runs through midnight, and
     * on a machine that sleeps at night it would grow for ever.
     */
    void discardOld(FileTime now) throws IOException {
        Instant oldest = now.toInstant().minus(Duration.ofDays(6));
        for (Path file : files()) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                Files.delete(file);
            }
        }
    }

    /** The end of the newest file; empty if the server never wrote one. */
    String lastWords() throws IOException {
        var newest = files().stream()
                .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
        if (newest.isEmpty()) {
            return "";
        }
        List<String> lines = Files.readAllLines(newest.get());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
