package dev.lodge.platform;

import dev.lodge.jobs.DeadLetters;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.TenantSlug;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What operators do about work that failed; each act is recorded with who did it. */
@Component
public class FailedWork {

    private final DeadLetters letters;
    private final TenantRegistry registry;
    private final PlatformDatabase platform;
    private final OperatorEvents events;

    FailedWork(DeadLetters letters, TenantRegistry registry, PlatformDatabase platform, OperatorEvents events) {
        this.letters = letters;
        this.registry = registry;
        this.platform = platform;
        this.events = events;
    }

    /** Has a tenant's work tried again at once. @throws NotFound when it is not among what failed, or no longer */
    public Tenant replay(Operator by, TenantSlug slug, String work) {
        return platform.inTransaction(sql -> {
            Tenant tenant = registry.bySlug(slug).orElseThrow(NotFound::new);
            if (!letters.replay(tenant, work)) {
                throw new NotFound();
            }
            events.append(by, tenant, "work_replayed", Map.of("work", work));
            return tenant;
        });
    }
}
