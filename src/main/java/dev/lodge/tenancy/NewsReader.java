package dev.lodge.tenancy;

/**
 * Keeps something in memory that a change anywhere may make untrue. Only a node that serves requests reads news; elsewhere none of
 * these is ever called.
 */
public interface NewsReader {

    /** From now on every change is heard, but not those before: what is remembered may be untrue already. */
    void inTouch();

    /** Until {@link #inTouch()} changes go unheard. */
    void outOfTouch();

    /** A tenant was created, renamed, suspended or migrated, or has other domains or another brand. */
    default void registryChanged() {}

    /**
     * Something of a tenant changed.
     *
     * @param topic what, in the word of its {@link StatementWatch}
     */
    default void changed(String topic, long tenantId) {}
}
