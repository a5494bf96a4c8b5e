package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LodgeTest
class SessionTableTests {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    TenantDatabase database;

    @Autowired
    SignedInAgents agents;

    @Autowired
    SignInSettings settings;

    @Test
    void noSessionIsOpenedForLongerThanTheLongest() {
        var priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);
        var sessions = new Sessions(database, agents, idleForLongerThanAnyLasts(), InstantSource.fixed(NOON));

        Secret secret = Tenants.in(cast.acme(), () -> sessions.open(priya.id(), new Client("127.0.0.1", "Test")));

        assertThat(Tenants.in(
                        cast.acme(),
                        () -> database.sql()
                                .select(SESSION.EXPIRES_AT)
                                .from(SESSION)
                                .where(SESSION.TOKEN_HASH.eq(secret.hash()))
                                .fetchSingle(SESSION.EXPIRES_AT)))
                .isEqualTo(NOON.plus(settings.sessionLongest()));
    }

    private SignInSettings idleForLongerThanAnyLasts() {
        return new SignInSettings(
                settings.sessionLongest().plus(Duration.ofDays(30)),
                settings.sessionLongest(),
                settings.invitation(),
                settings.passwordReset(),
                settings.apiToken(),
                settings.apiTokenLongest(),
                settings.attemptsPerAccount(),
                settings.attemptsPerClient(),
                settings.attemptsWithin(),
                settings.lockedFor());
    }
}
