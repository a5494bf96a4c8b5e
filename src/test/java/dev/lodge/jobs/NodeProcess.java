package dev.lodge.jobs;

import dev.lodge.database.DatabaseAddress;
import dev.lodge.database.TestDatabase;
import dev.lodge.tenancy.TenantDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** A node in a process of its own, which takes up one run, says so, and never gets on. */
record NodeProcess(Process process, BufferedReader said) implements AutoCloseable {

    /** Where in its run it stops. */
    enum Point {
        BEFORE_THE_EFFECT,
        AFTER_THE_EFFECT
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"dev.lodge.tenancy", "dev.lodge.jobs"})
    static class Application {

        @Bean
        Errands errands(TenantDatabase database, InstantSource clock) {
            return new Errands(database, clock);
        }
    }

    /** What the other process runs. Arguments: the point, and settings. */
    public static void main(String... arguments) {
        var context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .run(arguments);
        Errands errands = context.getBean(Errands.class);
        Runnable stall = () -> {
            System.out.println("stalled");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
        };
        if (context.getEnvironment().getRequiredProperty("stall", Point.class) == Point.BEFORE_THE_EFFECT) {
            errands.before = stall;
        } else {
            errands.after = stall;
        }
        context.getBean(Node.class).start();
    }

    static NodeProcess stallingAt(Point point) throws IOException {
        DatabaseAddress address = TestDatabase.address();
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NodeProcess.class.getName(),
                        "--stall=" + point,
                        "--logging.level.root=warn",
                        "--lodge.jobs.polling-ms=50",
                        "--lodge.jobs.heartbeat=200ms",
                        "--lodge.database.pools=1",
                        "--lodge.database.url=" + address.jdbcUrl(),
                        "--lodge.database.owner.user=" + address.owner().user(),
                        "--lodge.database.owner.password=" + address.owner().password(),
                        "--lodge.database.application.user="
                                + address.application().user(),
                        "--lodge.database.application.password="
                                + address.application().password()))
                .redirectErrorStream(true)
                .start();
        return new NodeProcess(process, new BufferedReader(process.inputReader(StandardCharsets.UTF_8)));
    }

    /** Waits until it has taken up its run. @return what it said before, if it ended instead */
    String untilStalled() throws Exception {
        return CompletableFuture.supplyAsync(() -> said.lines()
                        .takeWhile(line -> !line.equals("stalled"))
                        .collect(Collectors.joining("\n")))
                .get(60, TimeUnit.SECONDS);
    }

    /** Ends it as SIGKILL does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
