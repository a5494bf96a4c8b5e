package dev.lodge.jobs;

import dev.lodge.tenancy.TenantDatabase;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** A node that knows errands alone, in a process of its own. */
final class ErrandNode {

    /** Where in its run it stops. */
    enum Point {
        BEFORE_THE_EFFECT,
        AFTER_THE_EFFECT
    }

    /** Not marked as a configuration, lest the application of the other tests find it. */
    @ComponentScan({"dev.lodge.tenancy", "dev.lodge.jobs"})
    static class Parts {

        @Bean
        Errands errands(TenantDatabase database, InstantSource clock) {
            return new Errands(database, clock);
        }
    }

    private ErrandNode() {}

    /** What the other process runs. */
    public static void main(String... settings) {
        var context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .run(settings);
        Errands errands = context.getBean(Errands.class);
        if (context.getEnvironment().getRequiredProperty("stall", Point.class) == Point.BEFORE_THE_EFFECT) {
            errands.before = NodeProcess::stall;
        } else {
            errands.after = NodeProcess::stall;
        }
        context.getBean(Node.class).start();
    }

    static NodeProcess stallingAt(Point point) throws IOException {
        return NodeProcess.running(ErrandNode.class, "stall=" + point);
    }
}
