package dev.lodge.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs under the right account and keeps what they say in the log file of the data directory.
 */
record Programs(List<String> prefix, Path log) {

    /** How a program ended; {@code output} is all it wrote. */
    record Outcome(int exit, String output) {

        boolean succeeded() {
            return exit == 0;
        }
    }

    Outcome run(Duration patience, List<String> command) {
        try {
            // A new file each time: a server started earlier may still hold the old one, and would write into the
            // middle of it.
            Files.deleteIfExists(log);
            Process process = builder(command).start();
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Outcome(
                        -1, said() + command.getFirst() + " did not end within " + patience.toSeconds() + " seconds");
            }
            return new Outcome(process.exitValue(), said());
        } catch (IOException cause) {
            return new Outcome(-1, cause.getMessage() == null ? "" : cause.getMessage());
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Starting or stopping the database was interrupted.", cause);
        }
    }

    private ProcessBuilder builder(List<String> command) {
        var line = new ArrayList<>(prefix);
        line.addAll(command);
        // The output goes to a file and not to a pipe: the server inherits it and would keep a pipe open for as long
        // as it lives. The server's account may not enter the current directory, so it starts in the root.
        var builder = new ProcessBuilder(line)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // The server outlives this process at times and answers to others: it gets none of Lodge's secrets, and no
        // PGPORT.
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C");
        return builder;
    }

    private String said() throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    }
}
