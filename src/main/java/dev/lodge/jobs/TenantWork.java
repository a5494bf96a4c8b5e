package dev.lodge.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * A kind of work that tenants have due from time to time. Beans of this type are found by this module. Of one kind and tenant one run
 * is under way at a time, on whichever node; only when a node was taken for dead and is not can there be two.
 */
public interface TenantWork {

    /** A word that never changes, such as {@code mail}: 1 to 40 of a to z and underscore. It is what {@link Jobs#wake} is called with. */
    String name();

    /**
     * The earliest moment at which the tenant in force has work of this kind, which may be past; empty for none. Read-only, and quick:
     * transactions of the tenant that wake this work wait for it with their commit, so one look into an index.
     */
    Optional<Instant> next();

    /**
     * Does a bounded share of what is due by now for the tenant in force, a few hundred items or about two seconds at most, in
     * transactions of its own; what remains comes after the other tenants' work. A node may die at any point, and the run is then
     * repeated, so an effect must happen once by a key of its own. An exception has the run repeated later, see {@link #retries()}.
     */
    void run();

    /** How often and how soon a run that threw is repeated. */
    default Retries retries() {
        return Retries.STANDARD;
    }
}
