package dev.lodge.jobs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with one kind of work, over all tenants.
 *
 * @param known whether this release knows it; else a newer one put it there
 * @param scheduled tenants that have such work, due or not
 * @param due those whose moment has come, and that nobody has taken up
 * @param running those whose work is under way
 * @param failing those whose last run failed and is to be tried again
 * @param earliest the first moment of what is not under way; null without any
 * @param lag how long the first of the due has waited; zero with nothing due
 */
public record WorkState(
        String work,
        boolean known,
        int scheduled,
        int due,
        int running,
        int failing,
        @Nullable Instant earliest,
        Duration lag) {}
