import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running {@code lodge serve} of the packaged distribution. */
final class Distribution implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final int port;
    private final double secondsToReady;

    private Distribution(Process process, int port, double secondsToReady) {
        this.process = process;
        this.port = port;
        this.secondsToReady = secondsToReady;
    }

    /** Starts it and waits until it says that it is ready. */
    static Distribution serve(Path work, Path data, int port, int databasePort) throws Exception {
        ProcessBuilder lodge = new ProcessBuilder(work.resolve("lodge/lodge").toString(), "serve")
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("serve.log").toFile());
        lodge.environment().put("LODGE_PORT", String.valueOf(port));
        lodge.environment().put("LODGE_DATA_DIR", data.toString());
        lodge.environment().put("LODGE_DATABASE_PORT", String.valueOf(databasePort));
        lodge.environment().put("LODGE_DEMO", "false");
        String more = System.getProperty("bench.java-opts", "");
        if (!more.isEmpty()) {
            lodge.environment().put("LODGE_JAVA_OPTS", more);
        }
        long started = System.nanoTime();
        Process process = lodge.start();
        while (!isReady(port)) {
            if (!process.isAlive() || System.nanoTime() - started > TimeUnit.MINUTES.toNanos(2)) {
                process.destroyForcibly();
                throw new IllegalStateException("Lodge did not get ready; see " + work.resolve("serve.log"));
            }
            Thread.sleep(10);
        }
        return new Distribution(process, port, (System.nanoTime() - started) / 1e9);
    }

    private static boolean isReady(int port) throws InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        }
    }

    double secondsToReady() {
        return secondsToReady;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Resident set in MB, with the largest it ever was. */
    long residentMegabytes() throws IOException {
        String line = Commands.run(List.of("ps", "-o", "rss=", "-p", String.valueOf(pid())))
                .strip();
        return Long.parseLong(line) / 1024;
    }

    /** Sends one request and gives the answer's body; any status of 400 and up is a failure. */
    String get(String path, String host, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(), path, host, token);
    }

    /** @param body JSON, or nothing */
    String post(String path, String host, String token, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder().POST(BodyPublishers.ofString(body));
        return send(body.isEmpty() ? request : request.header("Content-Type", "application/json"), path, host, token);
    }

    private String send(HttpRequest.Builder asked, String path, String host, String token)
            throws IOException, InterruptedException {
        var request = asked.uri(URI.create("http://127.0.0.1:" + port + path))
                .header("Host", host)
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(20))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(path + " of " + host + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Seconds of processor time that a kind of process took so far, on Linux. */
    static double processorSeconds(List<Long> pids) {
        return pids.stream().mapToDouble(Distribution::processorSeconds).sum();
    }

    private static double processorSeconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
        } catch (IOException ended) {
            return 0;
        }
    }
}
