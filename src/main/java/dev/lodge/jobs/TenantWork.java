package dev.lodge.jobs;

import java.time.Instant;
import java.util.Optional;

/** A kind of work that a tenant may have due. Beans of this type are found by the jobs module. */
public interface TenantWork {

    String name();

    Optional<Instant> next();

    void run();
}
