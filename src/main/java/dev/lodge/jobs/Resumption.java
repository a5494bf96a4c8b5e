package dev.lodge.jobs;

import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.TenantResumed;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A tenant that is served again has all its work looked at at once, also what was postponed, or is in its tables alone. */
@Component
class Resumption {

    private static final Logger log = LoggerFactory.getLogger(Resumption.class);

    private final TenantRegistry registry;
    private final Wakeups wakeups;
    private final Schedule schedule;
    private final InstantSource clock;

    Resumption(TenantRegistry registry, Wakeups wakeups, Schedule schedule, InstantSource clock) {
        this.registry = registry;
        this.wakeups = wakeups;
        this.schedule = schedule;
        this.clock = clock;
    }

    @EventListener
    void on(TenantResumed event) {
        registry.bySlug(event.tenant()).ifPresent(tenant -> {
            // In a transaction of its own, so before the one under way changes rows that it would have to wait for.
            wake(tenant);
            schedule.hasten(tenant.id(), clock.instant());
        });
    }

    /** Nobody stays suspended because of it. */
    private void wake(Tenant tenant) {
        try {
            wakeups.wake(tenant);
        } catch (RuntimeException failure) {
            log.warn(
                    "What {} has due could not be looked at; './lodge tenant wake {}' tries again.",
                    tenant,
                    tenant,
                    failure);
        }
    }
}
