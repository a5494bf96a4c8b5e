package dev.lodge.branding.domains;

import dev.lodge.jobs.TenantWork;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks for the records of hosts by itself: often while one waits for its proof, daily once it has it. */
@Component
class ClaimWork implements TenantWork {

    static final String NAME = "domains";

    /** Each may take some seconds if name servers are slow. */
    private static final int AT_ONCE = 3;

    private final Claims claims;

    ClaimWork(Claims claims) {
        this.claims = claims;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> next() {
        return claims.nextCheck();
    }

    @Override
    public void run() {
        claims.checkDue(AT_ONCE);
    }
}
