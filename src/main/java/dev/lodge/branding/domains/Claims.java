package dev.lodge.branding.domains;

import dev.lodge.branding.domains.Claim.State;
import dev.lodge.jobs.Jobs;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.Domain;
import dev.lodge.tenancy.Domains;
import dev.lodge.tenancy.HostName;
import dev.lodge.tenancy.Tenants;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The hosts that the tenant in force says are its own, and the proof of each. */
@Component
class Claims {

    /** How many a tenant has at most. */
    static final int MOST = 20;

    /** Asked again sooner, DNS would say the same. */
    private static final Duration STILL_FRESH = Duration.ofSeconds(5);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ClaimRows rows;
    private final Domains domains;
    private final Proofs proofs;
    private final Jobs jobs;
    private final InstantSource clock;

    Claims(ClaimRows rows, Domains domains, Proofs proofs, Jobs jobs, InstantSource clock) {
        this.rows = rows;
        this.domains = domains;
        this.proofs = proofs;
        this.jobs = jobs;
        this.clock = clock;
    }

    List<Claim> all() {
        return rows.all();
    }

    /**
     * Says that a host is the tenant's own; it is served there once that is proved.
     *
     * @throws Invalid naming the field {@code host}
     * @throws Conflict when the tenant has it already, or another has and its record is still in place
     */
    void make(HostName host) {
        requireClaimable(host);
        Instant now = clock.instant();
        // Before as well as after: the claim is no part of the wake's transaction, so one alone could be lost, to
        // a crash between the two or to a run that is just ending.
        jobs.wake(ClaimWork.NAME, now.plus(Patience.FIRST));
        var waiting = new Patience(State.WAITING, now, null, now.plus(Patience.FIRST));
        if (!rows.insert(host, newToken(), waiting, now)) {
            throw new Conflict(Message.of("domains.invalid.known", host.value()));
        }
        jobs.wake(ClaimWork.NAME, now.plus(Patience.FIRST));
    }

    private void requireClaimable(HostName host) {
        if (!domains.canBeClaimed(host)) {
            throw new Invalid("host", "domains.invalid.reserved", host.value());
        }
        if (host.value().length() > Claim.LONGEST_HOST) {
            throw new Invalid("host", "domains.invalid.long", Claim.LONGEST_HOST);
        }
        if (rows.all().size() >= MOST) {
            throw new Invalid("host", "domains.invalid.most", MOST);
        }
        Optional<Long> holder = domains.holder(host);
        if (holder.isPresent() && holder.get() == Tenants.current().id()) {
            throw new Conflict(Message.of("domains.invalid.known", host.value()));
        }
        if (holder.isPresent() && !proofs.isGivenUp(rows.rival(host))) {
            throw new Conflict(Message.of("domains.invalid.taken", host.value()));
        }
    }

    /** Looks for the record now. A claim that failed or was lost thereby waits for it again. @throws NotFound for no claim of the tenant */
    void check(long id) {
        Claim claim = require(id);
        Instant now = clock.instant();
        if (claim.checkedAt() != null && claim.checkedAt().plus(STILL_FRESH).isAfter(now)) {
            return;
        }
        jobs.wake(ClaimWork.NAME, now.plus(Patience.FIRST));
        proofs.look(claim, true);
        jobs.wake(ClaimWork.NAME, now.plus(Patience.FIRST));
    }

    /** Looks for the records whose turn it is, a few at a time. */
    void checkDue(int most) {
        rows.due(clock.instant(), most).forEach(claim -> proofs.look(claim, false));
    }

    Optional<Instant> nextCheck() {
        return rows.nextCheck();
    }

    /** Gives a host up. @throws NotFound for no claim of the tenant @throws Conflict while it is the primary domain */
    void remove(long id) {
        Claim claim = require(id);
        rows.together(() -> {
            boolean primary = domains.of(Tenants.current()).stream()
                    .filter(Domain::primary)
                    .anyMatch(domain -> domain.host().equals(claim.host()));
            if (primary) {
                throw new Conflict(
                        Message.of("tenancy.primary_stays", claim.host().value()));
            }
            rows.delete(claim);
            return domains.release(claim.tenant(), claim.host());
        });
    }

    private Claim require(long id) {
        return rows.byId(id).orElseThrow(NotFound::new);
    }

    private static String newToken() {
        byte[] bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
