package dev.lodge.jobs;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** When which tenant has work. */
@Component
public final class Jobs {

    /** Within the tenant's transaction: this tenant has work of the kind at that moment, if nothing earlier is known. */
    public void wake(String work, Instant at) {}
}
