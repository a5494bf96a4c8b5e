package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.KnownSignIns.Found;
import dev.lodge.accounts.SignedInAgent.Credential;
import dev.lodge.accounts.SignedInAgent.Preferences;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Theme;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LodgeTest
class KnownSignInsTests {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final byte[] HASH = {1, 2, 3};
    private static final Optional<Found> MIA = found("Mia Lindqvist", Instant.MAX);

    @Autowired
    Cast cast;

    @Autowired
    TenantDatabase database;

    @Autowired
    KnownSignIns shared;

    private final KnownSignIns known = new KnownSignIns();
    private int asked;

    @BeforeEach
    void hear() {
        known.inTouch();
        shared.inTouch();
    }

    @Test
    void theDatabaseIsAskedOnceForABurst() {
        find(cast.acme(), NOON, () -> MIA);
        var again = find(cast.acme(), NOON.plusSeconds(9), () -> MIA);

        assertThat(again).map(agent -> agent.caller().name()).contains("Mia Lindqvist");
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void whatWasFoundIsAskedAgainAfterAWhile() {
        find(cast.acme(), NOON, () -> MIA);
        find(cast.acme(), NOON.plusSeconds(10), () -> MIA);

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void nobodyIsRememberedPastTheirExpiry() {
        find(cast.acme(), NOON, () -> found("Mia Lindqvist", NOON.plusSeconds(3)));

        assertThat(find(cast.acme(), NOON.plusSeconds(3), Optional::empty)).isEmpty();
    }

    @Test
    void badCredentialsAreAskedForEachTime() {
        find(cast.acme(), NOON, Optional::empty);
        find(cast.acme(), NOON, Optional::empty);

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void theSameCredentialsAreNobodysAtTheOtherTenant() {
        find(cast.acme(), NOON, () -> MIA);

        assertThat(find(cast.globex(), NOON, Optional::empty)).isEmpty();
    }

    @Test
    void aChangeOnAnotherNodeEmptiesTheMemoryOfThatTenantAlone() {
        find(cast.acme(), NOON, () -> MIA);
        find(cast.globex(), NOON, () -> found("Nadia Rahimi", Instant.MAX));

        known.changed("signins", cast.acme().id());

        assertThat(find(cast.acme(), NOON, Optional::empty)).isEmpty();
        assertThat(find(cast.globex(), NOON, Optional::empty)).isPresent();
    }

    @Test
    void beingSeenIsNoNewsButAnotherRoleIs() {
        Tenants.run(cast.acme(), () -> shared.find(HASH, NOON, () -> MIA));

        write(sql -> sql.update(SESSION)
                .set(SESSION.LAST_SEEN_AT, NOON)
                .set(SESSION.EXPIRES_AT, NOON)
                .where(SESSION.ID.eq(0L)));
        write(sql -> sql.update(AGENT).set(AGENT.LAST_SEEN_AT, NOON).where(AGENT.ID.eq(0L)));
        assertThat(stillKnown()).isTrue();

        write(sql -> sql.update(AGENT)
                .set(AGENT.ROLE, "agent")
                .set(AGENT.LAST_SEEN_AT, NOON)
                .where(AGENT.ID.eq(0L)));
        assertThat(stillKnown()).isFalse();
    }

    @Test
    void whoWasJustSeenIsAskedForOnce() {
        find(cast.acme(), NOON, () -> MIA);

        Tenants.run(cast.acme(), () -> known.used(HASH));
        find(cast.acme(), NOON, () -> MIA);
        find(cast.acme(), NOON, () -> MIA);

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aLookupThatBeganBeforeTheChangeIsNotRemembered() {
        find(cast.acme(), NOON, () -> {
            known.changed("signins", cast.acme().id());
            return MIA;
        });

        assertThat(find(cast.acme(), NOON, Optional::empty)).isEmpty();
    }

    @Test
    void nothingIsRememberedWhileNewsDoNotCome() {
        find(cast.acme(), NOON, () -> MIA);

        known.outOfTouch();

        assertThat(find(cast.acme(), NOON, Optional::empty)).isEmpty();
        known.inTouch();
        assertThat(find(cast.acme(), NOON, Optional::empty)).isEmpty();
    }

    private void write(Function<DSLContext, Query> statement) {
        Tenants.run(cast.acme(), () -> statement.apply(database.sql()).execute());
    }

    private boolean stillKnown() {
        return Tenants.in(cast.acme(), () -> shared.find(HASH, NOON, Optional::empty))
                .isPresent();
    }

    private Optional<SignedInAgent> find(Tenant tenant, Instant now, Supplier<Optional<Found>> load) {
        return Tenants.in(
                tenant,
                () -> known.find(HASH, now, () -> {
                    asked++;
                    return load.get();
                }));
    }

    private static Optional<Found> found(String name, Instant expiresAt) {
        var caller = new Caller(1, name, Role.AGENT, Set.of(), TicketScope.ALL, Set.of());
        var agent = new SignedInAgent(
                caller,
                new Credential(Credential.Kind.TOKEN, 1, NOON, NOON),
                new Preferences("mia@acme.example", Locale.ENGLISH, ZoneOffset.UTC, Theme.AUTO, true));
        return Optional.of(new Found(agent, expiresAt));
    }
}
