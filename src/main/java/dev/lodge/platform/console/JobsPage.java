package dev.lodge.platform.console;

import dev.lodge.jobs.DeadLetter;
import dev.lodge.jobs.WorkState;
import java.util.List;

/**
 * What is scheduled, and what failed.
 *
 * @param letters the newest of those there are
 * @param failed how many there are
 */
public record JobsPage(List<WorkState> works, List<DeadLetter> letters, long failed) {

    /** As many as one looks through. */
    static final int LETTERS = 100;

    public String replay(DeadLetter letter) {
        return "/operator/jobs/%s/%s/replay".formatted(letter.tenant(), letter.work());
    }
}
