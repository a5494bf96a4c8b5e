package dev.lodge.jobs;

import dev.lodge.OnTestDatabase;
import dev.lodge.database.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A node in a process of its own, on the database of the tests, which gets to a point in its work, says so, and never gets on. */
public record NodeProcess(Process process, BufferedReader said) implements AutoCloseable {

    private static final String STALLED = "stalled";

    /**
     * @param main what the process runs; it starts the node, with the arguments it is given as settings
     * @param settings more of them, {@code name=value}
     */
    public static NodeProcess running(Class<?> main, String... settings) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--logging.level.root=warn",
                "--lodge.jobs.polling-ms=50",
                "--lodge.jobs.heartbeat=200ms",
                "--lodge.database.pools=1"));
        OnTestDatabase.settings(TestDatabase.address()).forEach(setting -> command.add("--" + setting));
        List.of(settings).forEach(setting -> command.add("--" + setting));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new NodeProcess(process, new BufferedReader(process.inputReader(StandardCharsets.UTF_8)));
    }

    /** For the process: it has got to its point, and stays there. */
    public static void stall() {
        System.out.println(STALLED);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    /** Waits until it has got to its point. @return what it said before, or until it ended instead */
    public String untilStalled() throws Exception {
        return CompletableFuture.supplyAsync(() ->
                        said.lines().takeWhile(line -> !line.equals(STALLED)).collect(Collectors.joining("\n")))
                .get(60, TimeUnit.SECONDS);
    }

    /** Ends it as SIGKILL does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
