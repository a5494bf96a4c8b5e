import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Trains a packaged Lodge for its AOT cache: starts it once on an empty data directory, starts it again, reads what people
 * read most while tickets are created and come due, and stops it, upon which the virtual machine writes the cache.
 *
 * <p>Arguments: the packaged {@code lodge} script, the cache to write.
 */
class TrainLodge {

    private static final int ROUNDS = 600;
    private static final int ROUNDS_TO_A_TICKET = 4;
    private static final List<String> READ = List.of(
            "/api/tickets/",
            "/api/tickets/?status=open&ordering=-created_at",
            "/api/tickets/{ticket}/",
            "/api/tickets/{ticket}/messages/",
            "/api/tickets/overdue/",
            "/api/customers/",
            "/api/me/",
            "/signin");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path script;
    private final Path data;
    private final int port;

    private TrainLodge(Path script, Path data, int port) {
        this.script = script;
        this.data = data;
        this.port = port;
    }

    public static void main(String... args) throws Exception {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        Path data = Files.createTempDirectory("lodge-training-");
        // The embedded PostgreSQL may run under another account, which has to be able to enter.
        data.toFile().setExecutable(true, false);
        data.toFile().setReadable(true, false);
        TrainLodge training = new TrainLodge(Path.of(args[0]), data.resolve("data"), freePort());
        try {
            unseal(Path.of(args[0]).resolveSibling("lib"));
            // What only a first start needs stays out of the cache.
            training.whileServing("", () -> {});
            training.whileServing("-XX:AOTCacheOutput=" + args[1] + " -Xlog:aot=error", training::read);
        } finally {
            delete(data);
        }
        if (!Files.exists(Path.of(args[1]))) {
            throw new IllegalStateException("The virtual machine wrote no cache");
        }
    }

    /** A class of a sealed jar remembers where that lay, and the virtual machine refuses its cache once the jars are moved. */
    private static void unseal(Path jars) throws IOException {
        try (var found = Files.list(jars)) {
            for (Path jar : found.toList()) {
                try (var inside = FileSystems.newFileSystem(jar)) {
                    Path file = inside.getPath(JarFile.MANIFEST_NAME);
                    Manifest manifest = manifestIn(file);
                    if (manifest.getMainAttributes().remove(Attributes.Name.SEALED) != null) {
                        try (var changed = Files.newOutputStream(file)) {
                            manifest.write(changed);
                        }
                    }
                }
            }
        }
    }

    private static Manifest manifestIn(Path file) throws IOException {
        return Files.exists(file) ? new Manifest(new ByteArrayInputStream(Files.readAllBytes(file))) : new Manifest();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void whileServing(String options, Work work) throws IOException, InterruptedException {
        Process lodge = start(options);
        try {
            waitUntilReady(lodge);
            work.run();
        } finally {
            lodge.destroy();
            if (!lodge.waitFor(2, TimeUnit.MINUTES)) {
                lodge.destroyForcibly().waitFor();
            }
        }
    }

    private Process start(String options) throws IOException {
        ProcessBuilder lodge = new ProcessBuilder(script.toString(), "serve").inheritIO();
        lodge.environment().keySet().removeIf(name -> name.startsWith("LODGE_"));
        lodge.environment().put("LODGE_PORT", String.valueOf(port));
        lodge.environment().put("LODGE_DATA_DIR", data.toString());
        lodge.environment().put("LODGE_JAVA_OPTS", options);
        return lodge.start();
    }

    /** Ready is a Lodge that has made the demo's second tenant: by then the first one has its tickets. */
    private void waitUntilReady(Process lodge) throws InterruptedException {
        HttpRequest second = request("globex", "/signin").build();
        for (int attempt = 0; attempt < 1200 && lodge.isAlive(); attempt++) {
            try {
                if (http.send(second, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notListeningYet) {
                // Asked again below.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("Lodge did not get ready");
    }

    private void read() throws IOException, InterruptedException {
        String token = token();
        String ticket = found(
                "\"results\":\\[\\{\"id\":(\\d+)",
                request("/api/tickets/").header("Authorization", "Bearer " + token));
        promise(token);
        for (int round = 0; round < ROUNDS; round++) {
            if (round % ROUNDS_TO_A_TICKET == 0) {
                create(
                        "/api/tickets/",
                        token,
                        """
                        {"subject": "The parcel arrived broken", "description": "The corner is bent and the screen is dark.",
                         "priority": "high", "customer_email": "dana@people.example"}""");
            }
            for (String path : READ) {
                HttpRequest request = request(path.replace("{ticket}", ticket))
                        .header("Authorization", "Bearer " + token)
                        .build();
                int status = http.send(request, BodyHandlers.discarding()).statusCode();
                if (round == 0) {
                    System.out.println(status + " " + path);
                }
            }
        }
    }

    /** What nobody keeps, so that clocks come due and reach a level of escalation. */
    private void promise(String token) throws IOException, InterruptedException {
        String policy = create(
                "/api/sla-policies/",
                token,
                """
                {"name": "Training", "position": 1,
                 "targets": [{"metric": "first_response", "priority": "high", "seconds": 1, "time": "calendar"}]}""");
        create(
                "/api/escalation-rules/",
                token,
                """
                {"name": "Late", "policy": %s, "metric": "first_response", "offset_seconds": 0,
                 "actions": [{"type": "notify", "to": ["assignee", "manager"]}]}"""
                        .formatted(policy));
    }

    /** The id of what was created. */
    private String create(String path, String token, String body) throws IOException, InterruptedException {
        return found(
                "\"id\":(\\d+)",
                request(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private String token() throws IOException, InterruptedException {
        String credentials = "{\"email\": \"mia@acme.example\", \"password\": \"lodge-demo-2026\"}";
        return found(
                "\"token\":\"([^\"]+)\"",
                request("/api/auth/token/")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(credentials)));
    }

    private String found(String pattern, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        Matcher found = Pattern.compile(pattern).matcher(answer.body());
        if (!found.find()) {
            throw new IllegalStateException("No %s: %d %s".formatted(pattern, answer.statusCode(), answer.body()));
        }
        return found.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return request("acme", path);
    }

    private HttpRequest.Builder request(String tenant, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Host", tenant + ".localhost:" + port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
