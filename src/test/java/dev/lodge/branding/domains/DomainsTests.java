package dev.lodge.branding.domains;

import static dev.lodge.schema.tenant.Tables.OUTGOING_MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.People;
import dev.lodge.accounts.People.Somebody;
import dev.lodge.accounts.Role;
import dev.lodge.branding.domains.Claim.State;
import dev.lodge.jobs.DueWork;
import dev.lodge.schema.tenant.tables.records.OutgoingMailRecord;
import dev.lodge.tenancy.Domain;
import dev.lodge.tenancy.Domains;
import dev.lodge.tenancy.HostName;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Two desks, and a host that both could want. */
@LodgeTest
class DomainsTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Claims claims;

    @Autowired
    Domains domains;

    @Autowired
    TenantDatabase database;

    @Autowired
    WrittenDns dns;

    @Autowired
    DueWork work;

    @Autowired
    TurnedClock clock;

    private Tenant acme;
    private Tenant globex;
    private Somebody mia;
    private Somebody nadia;
    private HostName host;

    @BeforeEach
    void twoDesksAndAHost() {
        acme = cast.tenant("proving-acme", "Acme Proving");
        globex = cast.tenant("proving-globex", "Globex Proving");
        mia = people.somebody(acme, "Mia Lindqvist", Role.OWNER);
        nadia = people.somebody(globex, "Nadia Rahimi", Role.OWNER);
        host = new HostName(
                "help-%s.example".formatted(UUID.randomUUID().toString().substring(0, 8)));
        // Each test has a place for its host.
        for (Tenant desk : new Tenant[] {acme, globex}) {
            Tenants.run(desk, () -> domains.makePrimary(new HostName(desk.slug() + ".localhost")));
            Tenants.run(desk, () -> claims.all().forEach(claim -> claims.remove(claim.id())));
        }
    }

    @Test
    void anUnverifiedHostServesNobody() {
        add(acme, mia, host.value());

        assertThat(at(host))
                .hasStatus(404)
                .bodyText()
                .doesNotContain("Acme Proving")
                .doesNotContain("Globex Proving");
        assertThat(get("/settings/domains", mia))
                .bodyText()
                .contains(claimOf(acme).recordName(), claimOf(acme).recordValue(), "Waiting for the record");
        assertThat(claimOf(acme).recordName()).isEqualTo("_lodge-challenge." + host);
    }

    @Test
    void aHostServesItsDeskOnceItsRecordIsThere() {
        add(acme, mia, host.value());
        check(acme, mia);
        assertThat(claimOf(acme).state()).isEqualTo(State.WAITING);

        prove(acme);
        pause();
        check(acme, mia);

        assertThat(at(host)).hasStatusOk().bodyText().contains("Acme Proving");
        assertThat(get("/settings/domains", mia)).bodyText().contains("Verified", "Make primary");
    }

    @Test
    void theRecordIsFoundByItselfWhenItIsSetLater() {
        add(acme, mia, host.value());
        clock.advance(Duration.ofMinutes(2));
        work.run(acme);
        assertThat(claimOf(acme).state()).isEqualTo(State.WAITING);

        prove(acme);
        clock.advance(Duration.ofHours(1));
        work.run(acme);

        assertThat(at(host)).hasStatusOk();
    }

    @Test
    void aHostThatIsNeverProvedIsGivenUpAndCanBeAskedForAgain() {
        add(acme, mia, host.value());
        for (int day = 0; day < 9; day++) {
            clock.advance(Duration.ofDays(1));
            work.run(acme);
        }
        assertThat(get("/settings/domains", mia)).bodyText().contains("Not verified", "no longer looked for");

        check(acme, mia);

        assertThat(claimOf(acme).state()).isEqualTo(State.WAITING);
        assertThat(claimOf(acme).nextCheckAt()).isNotNull();
    }

    @Test
    void whoeverProvesTheHostFirstHasIt() {
        add(acme, mia, host.value());
        add(globex, nadia, host.value());

        prove(globex);
        check(globex, nadia);
        prove(acme, globex);
        check(acme, mia);

        assertThat(at(host)).bodyText().contains("Globex Proving").doesNotContain("Acme Proving");
        assertThat(claimOf(acme).state()).isEqualTo(State.WAITING);
        assertThat(get("/settings/domains", mia))
                .bodyText()
                .contains("another desk has proved this domain")
                .doesNotContain("Globex");
    }

    @Test
    void aHostThatAnotherDeskHasProvedIsRefusedWithoutSayingWhose() {
        verified(acme, mia);

        assertThat(add(globex, nadia, host.value()))
                .hasStatus(409)
                .bodyText()
                .contains("in use by another desk")
                .doesNotContain("Acme");
        dns.silence("_lodge-challenge." + host);
        assertThat(add(globex, nadia, host.value())).hasStatus(409);
        assertThat(at(host)).bodyText().contains("Acme Proving");
    }

    @Test
    void aHostWhoseRecordIsGoneGoesToWhoProvesIt() {
        verified(acme, mia);
        post(acme, "/settings/domains/primary", mia, host.value());
        dns.write("_lodge-challenge." + host);

        assertThat(add(globex, nadia, host.value())).hasStatus(303);
        assertThat(at(host)).as("until it is proved").bodyText().contains("Acme Proving");
        prove(globex);
        check(globex, nadia);

        assertThat(at(host)).bodyText().contains("Globex Proving").doesNotContain("Acme Proving");
        assertThat(claimOf(acme).state()).isEqualTo(State.LOST);
        assertThat(primary(acme)).isEqualTo("proving-acme.localhost");
        assertThat(get("/settings/domains", mia)).bodyText().contains("Lost").doesNotContain("Globex");
    }

    @Test
    void aHostWhoseRecordIsGoneForDaysServesItsDeskNoLonger() {
        verified(acme, mia);
        dns.write("_lodge-challenge." + host, "v=spf1 -all");

        for (int turn = 0; turn < 24; turn++) {
            clock.advance(Duration.ofHours(6));
            work.run(acme);
        }

        assertThat(claimOf(acme).state()).isEqualTo(State.LOST);
        assertThat(at(host)).hasStatus(404).bodyText().doesNotContain("Acme");
    }

    @Test
    void whoManagesDomainsIsToldOnceThatARecordIsGoneAndUntilWhen() {
        var karin = people.somebody(acme, "Karin Holm", Role.MANAGER);
        verified(acme, mia);
        for (int day = 0; day < 3; day++) {
            clock.advance(Duration.ofDays(1));
            work.run(acme);
        }
        assertThat(toldOfTheHost(acme)).isEmpty();

        dns.silence("_lodge-challenge." + host);
        clock.advance(Duration.ofDays(1));
        work.run(acme);
        assertThat(toldOfTheHost(acme)).as("while nobody answers").isEmpty();

        dns.write("_lodge-challenge." + host);
        for (int turn = 0; turn < 8; turn++) {
            clock.advance(Duration.ofHours(7));
            work.run(acme);
        }

        var until = Objects.requireNonNull(claimOf(acme).missingSince()).plus(Duration.ofDays(3));
        assertThat(toldOfTheHost(acme))
                .filteredOn(mail -> mail.getToAddress().equals(mia.email()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getTextBody())
                        .contains(
                                claimOf(acme).recordName(),
                                claimOf(acme).recordValue(),
                                "/settings/domains",
                                DateTimeFormatter.ofPattern("EEE d MMMM yyyy, HH:mm", Locale.ENGLISH)
                                        .format(until.atZone(acme.locales().zone()))));
        assertThat(toldOfTheHost(acme)).noneMatch(mail -> mail.getToAddress().equals(karin.email()));
        assertThat(toldOfTheHost(globex)).isEmpty();
        assertThat(get("/settings/domains", mia))
                .bodyText()
                .containsPattern("still served here until [^.<]*"
                        + DateTimeFormatter.ofPattern("HH:mm")
                                .format(until.atZone(acme.locales().zone())));

        prove(acme);
        clock.advance(Duration.ofHours(7));
        work.run(acme);
        dns.write("_lodge-challenge." + host);
        clock.advance(Duration.ofDays(2));
        work.run(acme);
        assertThat(toldOfTheHost(acme))
                .as("when it goes again")
                .filteredOn(mail -> mail.getToAddress().equals(mia.email()))
                .hasSize(2);
    }

    @Test
    void aHostThatIsServedLongerThanWasSaidIsNotSaidToBeServedUntilThen() {
        verified(acme, mia);
        dns.write("_lodge-challenge." + host);
        clock.advance(Duration.ofDays(1));
        work.run(acme);
        dns.silence("_lodge-challenge." + host);
        clock.advance(Duration.ofDays(4));
        work.run(acme);

        assertThat(at(host)).hasStatusOk();
        assertThat(get("/settings/domains", mia))
                .bodyText()
                .contains("gone for more than three days")
                .doesNotContain("served here until");
    }

    private List<OutgoingMailRecord> toldOfTheHost(Tenant desk) {
        return Tenants.in(
                desk,
                () -> database.sql()
                        .selectFrom(OUTGOING_MAIL)
                        .where(OUTGOING_MAIL.KIND.eq(MissingRecordMail.KIND))
                        .and(OUTGOING_MAIL.SUBJECT.contains(host.value()))
                        .fetch());
    }

    @Test
    void theRecordOfOneDeskProvesNothingForAnother() {
        add(acme, mia, host.value());
        add(globex, nadia, host.value());
        prove(acme);

        check(globex, nadia);

        assertThat(claimOf(globex).state()).isEqualTo(State.WAITING);
        assertThat(at(host)).hasStatus(404);
    }

    @Test
    void aHostThatTheOperatorGaveStaysWhereItIs() {
        domains.add(acme.slug(), host, false);

        assertThat(add(globex, nadia, host.value())).hasStatus(409);
        assertThat(get("/settings/domains", mia)).bodyText().contains("From the operator");
        domains.remove(host);
    }

    @Test
    void thePrimaryHostStaysAndAnyOtherGoesAtOnce() {
        verified(acme, mia);
        post(acme, "/settings/domains/primary", mia, host.value());
        String remove = "/settings/domains/%d/remove".formatted(claimOf(acme).id());
        assertThat(post(acme, remove, mia, "")).hasStatus(409);

        post(acme, "/settings/domains/primary", mia, "proving-acme.localhost");
        assertThat(post(acme, remove, mia, "")).hasStatus(303);

        assertThat(at(host)).hasStatus(404);
        assertThat(post(globex, "/settings/domains/primary", nadia, "proving-acme.localhost"))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "new.localhost",
                "127.0.0.1",
                "help",
                "a b.example",
                "help_acme.example",
                "<b>.example"
            })
    void whatCannotBeADesksOwnIsRefusedAtItsField(String written) {
        assertThat(add(acme, mia, written)).hasStatus(422).bodyText().contains("id=\"host-error\"");
    }

    @Test
    void aHostIsTakenAsPeopleWriteIt() {
        add(acme, mia, " HTTPS://" + host.value().toUpperCase() + "/ ");

        assertThat(claimOf(acme).host()).isEqualTo(host);
        assertThat(add(acme, mia, host.value() + ".")).hasStatus(409);
    }

    @Test
    void onlyThoseWhoMayManageDomainsSeeThem() {
        var karin = people.somebody(acme, "Karin Holm", Role.MANAGER);

        assertThat(get("/settings/domains", karin)).hasStatus(403);
        assertThat(add(acme, karin, host.value())).hasStatus(403);
    }

    private void verified(Tenant desk, Somebody owner) {
        add(desk, owner, host.value());
        prove(desk);
        check(desk, owner);
        assertThat(at(host)).hasStatusOk();
    }

    private void prove(Tenant... desks) {
        String[] texts = new String[desks.length];
        for (int i = 0; i < desks.length; i++) {
            texts[i] = claimOf(desks[i]).recordValue();
        }
        dns.write("_lodge-challenge." + host, texts);
    }

    /** What was just looked at is not looked at again. */
    private void pause() {
        clock.advance(Duration.ofSeconds(6));
    }

    private MvcTestResult add(Tenant desk, Somebody who, String written) {
        return post(desk, "/settings/domains", who, written);
    }

    private void check(Tenant desk, Somebody who) {
        assertThat(post(
                        desk,
                        "/settings/domains/%d/check".formatted(claimOf(desk).id()),
                        who,
                        ""))
                .hasStatus(303);
    }

    private MvcTestResult post(Tenant desk, String path, Somebody who, String written) {
        return http.post()
                .uri("http://" + desk.slug() + ".localhost" + path)
                .header(HttpHeaders.AUTHORIZATION, who.bearer())
                .param("host", written)
                .exchange();
    }

    private MvcTestResult get(String path, Somebody who) {
        return http.get()
                .uri("http://proving-acme.localhost" + path)
                .header(HttpHeaders.AUTHORIZATION, who.bearer())
                .exchange();
    }

    private MvcTestResult at(HostName anywhere) {
        return http.get().uri("http://" + anywhere + "/signin").exchange();
    }

    private Claim claimOf(Tenant desk) {
        return Tenants.in(desk, claims::all).stream()
                .filter(claim -> claim.host().equals(host))
                .findFirst()
                .orElseThrow();
    }

    private String primary(Tenant desk) {
        return domains.of(desk).stream()
                .filter(Domain::primary)
                .map(domain -> domain.host().value())
                .findFirst()
                .orElseThrow();
    }
}
