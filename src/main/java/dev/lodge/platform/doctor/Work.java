package dev.lodge.platform.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Whether somebody does the work that falls due, and what of it failed. */
final class Work implements Examination {

    private static final Duration USUAL = Duration.ofMinutes(5);

    private final InstantSource clock;

    Work(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> look(Patient patient) {
        boolean begun = patient.owner()
                .fetchSingle("select to_regclass('platform.scheduled_tasks') is not null")
                .into(Boolean.class);
        if (!begun) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        findings.add(due(patient));
        int failed = patient.owner()
                .fetchSingle("select count(*) from platform.dead_letter")
                .into(Integer.class);
        if (failed > 0) {
            findings.add(Finding.note(
                    "Work",
                    "%,d jobs failed too often to be tried again by themselves.".formatted(failed),
                    "The operators' page of jobs says why, and has them tried again."));
        }
        return findings;
    }

    private Finding due(Patient patient) {
        Instant now = clock.instant();
        Record waiting = patient.owner()
                .fetchSingle(
                        "select count(*) as jobs, min(execution_time) as since from platform.scheduled_tasks where not picked and execution_time <= {0}",
                        DSL.val(now.atOffset(ZoneOffset.UTC)));
        OffsetDateTime since = waiting.get("since", OffsetDateTime.class);
        Duration late = since == null ? Duration.ZERO : Duration.between(since.toInstant(), now);
        return late.compareTo(USUAL) <= 0
                ? Finding.good("Work", "No work has been due for long.")
                : Finding.note(
                        "Work",
                        "%,d jobs are due, the first of them for %,d minutes."
                                .formatted(waiting.get("jobs", Integer.class), late.toMinutes()),
                        "./lodge serve does them, unless LODGE_JOBS_ENABLED says no on every node.");
    }
}
