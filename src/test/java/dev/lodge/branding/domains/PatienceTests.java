package dev.lodge.branding.domains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.branding.domains.Claim.Finding;
import dev.lodge.branding.domains.Claim.State;
import dev.lodge.tenancy.HostName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class PatienceTests {

    private static final Instant START = Instant.parse("2026-03-10T14:06:00Z");

    @Test
    void aClaimIsLookedAtLessAndLessOftenAndGivenUpAfterSevenDays() {
        var looks = new ArrayList<Duration>();
        Claim claim = claim(State.WAITING, START.plus(Patience.FIRST));
        while (claim.state() == State.WAITING && looks.size() < 1_000) {
            Instant now = java.util.Objects.requireNonNull(claim.nextCheckAt());
            looks.add(Duration.between(START, now));
            claim = after(claim, Patience.unseen(claim, Finding.ABSENT, now));
        }

        assertThat(claim.state()).isEqualTo(State.FAILED);
        assertThat(claim.nextCheckAt()).isNull();
        assertThat(looks).hasSizeBetween(30, 60).first().isEqualTo(Duration.ofMinutes(1));
        assertThat(looks.getLast())
                .isBetween(Duration.ofDays(7), Duration.ofDays(7).plusHours(6));
    }

    @Test
    void aVerifiedHostIsLostWhenItsRecordIsGoneForThreeDays() {
        Claim claim = claim(State.VERIFIED, START);

        claim = after(claim, Patience.unseen(claim, Finding.ABSENT, START));
        assertThat(claim.missingSince()).isEqualTo(START);
        claim = after(claim, Patience.unseen(claim, Finding.DIFFERENT, START.plus(Duration.ofHours(71))));
        assertThat(claim.state()).isEqualTo(State.VERIFIED);
        claim = after(claim, Patience.unseen(claim, Finding.ABSENT, START.plus(Duration.ofHours(72))));

        assertThat(claim.state()).isEqualTo(State.LOST);
        assertThat(claim.nextCheckAt()).isNull();
    }

    @Test
    void theLastLookIsAtTheMomentUntilWhichTheHostIsServed() {
        Claim claim = claim(State.VERIFIED, START);
        claim = after(claim, Patience.unseen(claim, Finding.ABSENT, START));

        claim = after(claim, Patience.unseen(claim, Finding.ABSENT, START.plus(Duration.ofHours(70))));

        assertThat(claim.nextCheckAt()).isEqualTo(START.plus(Duration.ofHours(72)));
    }

    @Test
    void aRecordThatComesBackInTimeForgivesItsAbsence() {
        Claim missing = after(
                claim(State.VERIFIED, START), Patience.unseen(claim(State.VERIFIED, START), Finding.ABSENT, START));

        Patience back = Patience.seen(missing, START.plus(Duration.ofDays(2)));

        assertThat(back.missingSince()).isNull();
        assertThat(back.since()).isEqualTo(START);
    }

    @Test
    void nameServersThatDoNotAnswerLoseNobodyAHost() {
        Claim claim = claim(State.VERIFIED, START);
        for (int day = 0; day < 30; day++) {
            claim = after(claim, Patience.unseen(claim, Finding.UNREACHABLE, START.plus(Duration.ofDays(day))));
        }

        assertThat(claim.state()).isEqualTo(State.VERIFIED);
        assertThat(claim.missingSince()).isNull();
    }

    private static Claim claim(State state, Instant next) {
        return new Claim(1, 1, new HostName("help.acme.example"), "token", state, START, null, null, null, next);
    }

    private static Claim after(Claim claim, Patience patience) {
        return new Claim(
                claim.id(),
                claim.tenant(),
                claim.host(),
                claim.token(),
                patience.state(),
                patience.since(),
                null,
                null,
                patience.missingSince(),
                patience.nextCheckAt());
    }
}
