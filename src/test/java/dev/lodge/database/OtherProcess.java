package dev.lodge.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A second process of Lodge: opens a data directory, says where its server is, and stays until it is ended. */
record OtherProcess(Process process, String answer) implements AutoCloseable {

    static final String CLASS_PATH = System.getProperty("java.class.path");

    /** What the other process runs. */
    public static void main(String[] arguments) throws IOException {
        try {
            var database = EmbeddedPostgres.open(new DataDirectory(Path.of(arguments[0])), 0);
            database.closeAtExit();
            System.out.println(database.address().jdbcUrl());
        } catch (DatabaseUnavailable refusal) {
            System.out.println(refusal.getMessage());
        }
        System.in.read();
    }

    static OtherProcess using(DataDirectory directory) throws IOException {
        return using(directory, CLASS_PATH, List.of());
    }

    static OtherProcess using(DataDirectory directory, String classPath, List<String> prefix) throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                OtherProcess.class.getName(),
                directory.root().toString()));
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();
        var said = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        return new OtherProcess(process, String.valueOf(said.readLine()));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }

    /** Ends it as SIGTERM does, and waits. */
    void end() throws InterruptedException {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        end();
    }
}
