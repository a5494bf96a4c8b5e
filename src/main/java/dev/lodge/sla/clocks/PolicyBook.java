package dev.lodge.sla.clocks;

/** Where the versions of policies that a ledger names are found. */
@FunctionalInterface
public interface PolicyBook {

    /** @throws IllegalArgumentException for a version that never was */
    Terms terms(long policy, int version);
}
