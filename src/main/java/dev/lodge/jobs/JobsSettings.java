package dev.lodge.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * This node's part in the work that falls due.
 *
 * @param enabled whether it takes any up
 * @param threads how many runs it has under way at a time, 1 to 64
 * @param pollingMs milliseconds between two looks for what is due, 50 to 60000; what this node's own requests cause it takes up at once
 * @param heartbeat how often it says that its runs are alive, 50 ms to 10 min; after four missed ones another node takes a run over
 */
@ConfigurationProperties("lodge.jobs")
record JobsSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("8") int threads,
        @DefaultValue("200") int pollingMs,
        @DefaultValue("10s") Duration heartbeat) {

    JobsSettings {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("LODGE_JOBS_THREADS is 1 to 64.");
        }
        if (pollingMs < 50 || pollingMs > 60_000) {
            throw new IllegalArgumentException("LODGE_JOBS_POLLING_MS is 50 to 60000.");
        }
        if (heartbeat.compareTo(Duration.ofMillis(50)) < 0 || heartbeat.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("LODGE_JOBS_HEARTBEAT is 50ms to 10m.");
        }
    }

    Duration polling() {
        return Duration.ofMillis(pollingMs);
    }
}
