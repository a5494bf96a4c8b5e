package dev.lodge.jobs;

import dev.lodge.tenancy.PlatformDatabase;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Nodes of the application of the tests, which starts none by itself. Whoever starts one stops it. */
@Component
public class TestNodes {

    private static final Duration HEARTBEAT = Duration.ofMillis(200);

    private final Runs runs;
    private final Doorbell doorbell;
    private final PlatformDatabase platform;
    private final InstantSource clock;

    TestNodes(Runs runs, Doorbell doorbell, PlatformDatabase platform, InstantSource clock) {
        this.runs = runs;
        this.doorbell = doorbell;
        this.platform = platform;
        this.clock = clock;
    }

    /** One that looks often, and takes over soon what a dead one left. */
    public Node hasty() {
        return new Node(runs, doorbell, platform, new JobsSettings(true, 2, 50, HEARTBEAT), clock);
    }
}
