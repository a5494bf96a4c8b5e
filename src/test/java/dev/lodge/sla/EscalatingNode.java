package dev.lodge.sla;

import dev.lodge.Lodge;
import dev.lodge.TurnedClock;
import dev.lodge.jobs.Node;
import dev.lodge.jobs.NodeProcess;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.event.TransactionalEventListener;

/** A whole Lodge in a process of its own, whose node stops at the first level of escalation that a tenant's clocks reach. */
final class EscalatingNode {

    /** Where in the escalation it stops. */
    enum Point {
        BEFORE_THE_COMMIT,
        AFTER_THE_COMMIT
    }

    /** Not marked as a component, lest the application of the other tests find it. */
    static class Stalling {

        private final Point point;
        private final String tenant;

        Stalling(@Value("${stall}") Point point, @Value("${tenant}") String tenant) {
            this.point = point;
            this.tenant = tenant;
        }

        /** After all others have heard of it. */
        @EventListener
        @Order
        void before(Escalated level) {
            stallAt(Point.BEFORE_THE_COMMIT);
        }

        @TransactionalEventListener
        void after(Escalated level) {
            stallAt(Point.AFTER_THE_COMMIT);
        }

        private void stallAt(Point here) {
            if (here == point && Tenants.current().slug().value().equals(tenant)) {
                NodeProcess.stall();
            }
        }
    }

    private EscalatingNode() {}

    /** What the other process runs. */
    public static void main(String... settings) {
        var context = new SpringApplicationBuilder(Lodge.class, Stalling.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .run(settings);
        context.getBean(TurnedClock.class)
                .advance(context.getEnvironment().getRequiredProperty("ahead", Duration.class));
        context.getBean(Node.class).start();
    }

    /** With one thread, so that it has nothing else under way when it stops. */
    static NodeProcess stallingAt(Point point, Tenant tenant, TurnedClock clock) throws IOException {
        return NodeProcess.running(
                EscalatingNode.class,
                "stall=" + point,
                "tenant=" + tenant.slug(),
                "ahead=" + clock.ahead(),
                "lodge.jobs.threads=1");
    }
}
