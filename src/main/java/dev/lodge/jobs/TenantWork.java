package dev.lodge.jobs;

import java.time.Instant;
import java.util.Optional;

/** A kind of work that a tenant may have due. Beans of this type are found by this module. */
public interface TenantWork {

    /** A stable word, for example {@code mail}. */
    String name();

    /** With the tenant bound, read-only: the earliest moment at which this tenant has work; empty when it has none. */
    Optional<Instant> next();

    /**
     * With the tenant bound: does a bounded share of what is due by now, in transactions of its own. Repeats are harmless.
     */
    void run();
}
