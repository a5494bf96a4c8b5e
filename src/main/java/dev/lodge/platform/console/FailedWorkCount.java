package dev.lodge.platform.console;

import dev.lodge.jobs.DeadLetters;
import dev.lodge.platform.signin.SignedInOperator;
import dev.lodge.web.Place;
import dev.lodge.web.RailCounts;
import java.util.Map;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** How much work failed, beside the entry of the jobs in the operators' rail; nothing when none did. */
@Component
class FailedWorkCount implements RailCounts {

    private final DeadLetters letters;

    FailedWorkCount(DeadLetters letters) {
        this.letters = letters;
    }

    @Override
    public Map<Place, Long> counts() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedInOperator)) {
            return Map.of();
        }
        long failed = letters.count();
        return failed == 0 ? Map.of() : Map.of(Place.JOBS, failed);
    }
}
