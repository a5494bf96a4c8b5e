package dev.lodge.branding.domains;

import dev.lodge.branding.domains.Claim.Finding;
import dev.lodge.branding.domains.Claim.State;
import dev.lodge.tenancy.Domains;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for the records that prove hosts, and settles what becomes of a claim by what was found. */
@Component
class Proofs {

    private final ClaimRows rows;
    private final Domains domains;
    private final DnsTxt dns;
    private final MissingRecordMail mail;
    private final InstantSource clock;

    Proofs(ClaimRows rows, Domains domains, DnsTxt dns, MissingRecordMail mail, InstantSource clock) {
        this.rows = rows;
        this.domains = domains;
        this.dns = dns;
        this.mail = mail;
        this.clock = clock;
    }

    /** Looks for the record of a claim of the tenant in force. @param asked whether somebody wants to know, and not the calendar */
    void look(Claim claim, boolean asked) {
        Finding finding = look(claim);
        // Whoever has the host is asked before it is taken: outside of the transaction, because DNS takes its time.
        Optional<Claim> rival = finding == null ? rows.rival(claim.host()) : Optional.empty();
        boolean givenUp = isGivenUp(rival);
        rows.together(() -> {
            List<Claim> locked = rows.ofHost(claim.host());
            locked.stream()
                    .filter(known -> known.id() == claim.id())
                    .findFirst()
                    .ifPresent(now -> settle(
                            asked ? askedAnew(now) : now,
                            finding,
                            rival.filter(had -> givenUp).flatMap(had -> same(had, locked))));
            return locked;
        });
    }

    /** @param leaving who had the host and has it no more */
    private void settle(Claim claim, @Nullable Finding finding, Optional<Claim> leaving) {
        Instant now = clock.instant();
        Finding outcome = finding == null && !takes(claim, leaving, now) ? Finding.TAKEN : finding;
        if (outcome == null) {
            rows.put(claim, Patience.seen(claim, now), null, now);
            return;
        }
        Patience patience = Patience.unseen(claim, outcome, now);
        boolean goes = claim.state() == State.VERIFIED && patience.state() == State.LOST;
        if (goes && !domains.release(claim.tenant(), claim.host())) {
            // It is all that the tenant has: better reached there than nowhere, until somebody proves the host.
            patience = new Patience(State.VERIFIED, claim.since(), claim.missingSince(), now.plus(Patience.VERIFIED));
        }
        boolean begins = claim.missingSince() == null && patience.missingSince() != null;
        if (begins && patience.state() == State.VERIFIED) {
            // Committed before the claim is: a crash between the two tells it twice, and never not at all.
            mail.send(claim, now.plus(Patience.MISSING));
        }
        rows.put(claim, patience, outcome, now);
    }

    /** Whether the host is the tenant's now. */
    private boolean takes(Claim claim, Optional<Claim> leaving, Instant now) {
        Optional<Long> holder = domains.holder(claim.host());
        if (holder.isPresent() && holder.get() != claim.tenant()) {
            boolean goes = leaving.filter(had -> had.tenant() == holder.get()).isPresent()
                    && domains.release(holder.get(), claim.host());
            if (!goes) {
                return false;
            }
            Claim had = leaving.orElseThrow();
            rows.put(had, new Patience(State.LOST, now, had.missingSince(), null), Finding.ABSENT, now);
        }
        if (!holder.equals(Optional.of(claim.tenant()))) {
            domains.grant(claim.host());
        }
        return true;
    }

    private static Optional<Claim> same(Claim had, List<Claim> locked) {
        return locked.stream()
                .filter(now -> now.id() == had.id() && now.state() == State.VERIFIED)
                .findFirst();
    }

    private Claim askedAnew(Claim claim) {
        boolean over = claim.state() == State.FAILED || claim.state() == State.LOST;
        return over
                ? new Claim(
                        claim.id(),
                        claim.tenant(),
                        claim.host(),
                        claim.token(),
                        State.WAITING,
                        clock.instant(),
                        claim.finding(),
                        claim.checkedAt(),
                        null,
                        claim.nextCheckAt())
                : claim;
    }

    /** Whether the record that proved a host is gone for certain: no answer does not count. */
    boolean isGivenUp(Optional<Claim> rival) {
        return rival.map(this::look)
                .filter(finding -> finding != Finding.UNREACHABLE)
                .isPresent();
    }

    /** What keeps the claim from being proved, or null when its record is there. */
    private @Nullable Finding look(Claim claim) {
        return dns.texts(claim.recordName())
                .map(texts -> texts.contains(claim.recordValue())
                        ? Optional.<Finding>empty()
                        : Optional.of(texts.isEmpty() ? Finding.ABSENT : Finding.DIFFERENT))
                .orElse(Optional.of(Finding.UNREACHABLE))
                .orElse(null);
    }
}
