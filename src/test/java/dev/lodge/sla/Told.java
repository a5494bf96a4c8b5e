package dev.lodge.sla;

import dev.lodge.tenancy.Tenants;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/** What other modules are told about clocks; on request it refuses to hear of a ticket. */
@TestComponent
public class Told {

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private volatile long unheard;

    @EventListener
    void on(ClockBreached breach) {
        heard.add("%s: %d %s breached"
                .formatted(Tenants.current(), breach.number(), breach.metric().code()));
    }

    @EventListener
    void on(Escalated escalated) {
        if (escalated.number() == unheard) {
            throw new IllegalStateException("Nobody wants to hear of ticket " + unheard);
        }
        heard.add("%s: %d %s".formatted(Tenants.current(), escalated.number(), escalated.level()));
    }

    List<String> of(String tenant) {
        synchronized (heard) {
            return heard.stream()
                    .filter(line -> line.startsWith(tenant + ":"))
                    .sorted()
                    .toList();
        }
    }

    /** Zero to hear of all. */
    void refuse(long number) {
        unheard = number;
    }
}
