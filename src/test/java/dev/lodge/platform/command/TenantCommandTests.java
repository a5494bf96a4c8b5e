package dev.lodge.platform.command;

import static dev.lodge.schema.platform.Tables.SCHEDULED_TASKS;
import static dev.lodge.schema.tenant.Tables.OUTGOING_MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.email.Office;
import dev.lodge.platform.command.Shell.Ended;
import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.TenantSlug;
import dev.lodge.tenancy.Tenants;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LodgeTest
@Import(Office.class)
class TenantCommandTests {

    @Autowired
    ApplicationContext application;

    @Autowired
    TenantRegistry registry;

    @Autowired
    MockMvcTester http;

    @Autowired
    Cast cast;

    @Autowired
    Office office;

    @Autowired
    TenantDatabase database;

    @Autowired
    PlatformDatabase platform;

    @Autowired
    InstantSource clock;

    Shell shell;

    @BeforeEach
    void openAShell() {
        shell = new Shell(application);
    }

    @Test
    void aTenantMadeWithAPasswordCanBeSignedInToAtOnce() {
        Ended made = shell.typeWithInput(
                "a long enough password\n",
                "tenant create hudsucker --name Hudsucker --admin-email bill@hudsucker.example --admin-password-stdin"
                        .split(" "));

        assertThat(made.status()).isZero();
        assertThat(made.out()).contains("Hudsucker is ready at http://hudsucker.localhost");
        assertThat(http.post()
                        .uri("http://hudsucker.localhost/api/auth/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"email": "bill@hudsucker.example", "password": "a long enough password"}"""))
                .hasStatusOk();
    }

    @Test
    void withoutAPasswordALinkIsPrinted() {
        Ended made =
                shell.type("tenant", "create", "soylent", "--name", "Soylent", "--admin-email", "a@soylent.example");

        assertThat(made.status()).isZero();
        assertThat(made.out()).containsPattern("http://soylent\\.localhost\\S*/invitation/[A-Za-z0-9_-]{43}");
    }

    @Test
    void aRefusedPasswordLeavesNothingBehind() {
        Ended made = shell.typeWithInput(
                "short\n",
                "tenant create vandelay --name Vandelay --admin-email art@vandelay.example --admin-password-stdin"
                        .split(" "));

        assertThat(made.status()).isEqualTo(1);
        assertThat(made.err()).contains("10").doesNotContain("Exception");
        assertThat(registry.bySlug(TenantSlug.of("vandelay"))).isEmpty();
    }

    @Test
    void aTakenSlugAndATakenHostAreRefusedInASentence() {
        shell.type("tenant", "create", "stark", "--name", "Stark", "--admin-email", "a@stark.example");

        Ended slug = shell.type("tenant", "create", "stark", "--name", "Stark", "--admin-email", "a@stark.example");
        Ended host = shell.type(
                "tenant",
                "create",
                "pym",
                "--name",
                "Pym",
                "--admin-email",
                "a@pym.example",
                "--domain",
                "stark.localhost");

        assertThat(slug.status()).isEqualTo(1);
        assertThat(slug.err().strip()).isEqualTo("A tenant with the slug stark exists already.");
        assertThat(host.status()).isEqualTo(1);
        assertThat(host.err().strip()).isEqualTo("The host stark.localhost is taken.");
        assertThat(registry.bySlug(TenantSlug.of("pym"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tenant create admin --name A --admin-email a@b.example | The slug 'admin' is reserved.
                    tenant create UPPER --name A --admin-email a@b.example | A slug has 2 to 40 of a-z, 0-9 and inner hyphens; 'UPPER' does not.
                    tenant create fine --name A --admin-email nobody       | "nobody" is not a mail address.
                    tenant suspend nowhere --reason Because                | There is no tenant with the slug nowhere.
                    tenant wake nowhere                                    | There is no tenant with the slug nowhere.
                    tenant resume nowhere                                  | There is no tenant with the slug nowhere.
                    domain remove nobody.example                           | No tenant has the host nobody.example.
                    migrate --tenant nowhere                               | There is no tenant with the slug nowhere.
                    """)
    void aRefusalIsASentenceAndStatusOne(String words, String sentence) {
        Ended ended = shell.type(words.split(" +"));

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err().strip()).isEqualTo(sentence);
        assertThat(ended.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tenant",
        "tenant create",
        "tenant create slug --nmae X",
        "migrate --tenat x",
        "nonsense",
        "domain add x"
    })
    void badUsageIsStatusTwoAndSaysHowItIsMeant(String words) {
        Ended ended = shell.type(words.split(" "));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("--help").doesNotContain("Exception");
    }

    @Test
    void aTenantThatIsWokenOrResumedHasItsWorkScheduledAgainAsAfterARestore() {
        var tenant = cast.tenant("restored", "Restored");
        office.send(tenant, "hannah@weiss.example", null);
        Tenants.run(
                tenant,
                () -> database.sql()
                        .update(OUTGOING_MAIL)
                        .set(OUTGOING_MAIL.STATUS, "queued")
                        .set(OUTGOING_MAIL.NEXT_ATTEMPT_AT, clock.instant())
                        .set(OUTGOING_MAIL.GIVE_UP_AT, clock.instant())
                        .execute());

        for (String words : List.of("tenant wake restored", "tenant resume restored")) {
            platform.sql()
                    .deleteFrom(SCHEDULED_TASKS)
                    .where(SCHEDULED_TASKS.TASK_INSTANCE.eq(Long.toString(tenant.id())))
                    .execute();

            Ended ended = shell.type(words.split(" "));

            assertThat(ended.status()).isZero();
            assertThat(platform.sql()
                            .fetchValues(platform.sql()
                                    .select(SCHEDULED_TASKS.TASK_NAME)
                                    .from(SCHEDULED_TASKS)
                                    .where(SCHEDULED_TASKS.TASK_INSTANCE.eq(Long.toString(tenant.id())))))
                    .containsExactly("mail");
        }
        assertThat(shell.type("tenant", "wake", "restored").out()).contains("mail: due ", "has its work scheduled");
        assertThat(shell.type(
                                "tenant",
                                "wake",
                                cast.tenant("idle", "Idle").slug().value())
                        .out())
                .contains("The tenant idle has nothing due.");
    }

    @Test
    void theListShowsStateHostsAndVersionForPeopleAndPrograms() {
        shell.type("tenant", "create", "hooli", "--name", "Hooli", "--admin-email", "a@hooli.example");
        shell.type("domain", "add", "hooli", "help.hooli.example", "--primary");
        shell.type("tenant", "suspend", "hooli", "--reason", "Unpaid");

        assertThat(shell.type("tenant", "list").out())
                .containsPattern("hooli +suspended +\\d+ +help\\.hooli\\.example hooli\\.localhost");
        assertThat(shell.type("tenant", "list", "--json").out())
                .contains("\"slug\" : \"hooli\"", "\"status\" : \"suspended\"", "\"suspended_reason\" : \"Unpaid\"");
    }

    @Test
    void aSuspendedTenantAnswersServiceUnavailableUntilItIsResumed() {
        shell.type("tenant", "create", "umbra", "--name", "Umbra Optics", "--admin-email", "a@umbra.example");

        assertThat(shell.type("tenant", "suspend", "umbra", "--reason", "Unpaid")
                        .out()
                        .strip())
                .isEqualTo("The tenant umbra is suspended.");
        assertThat(http.get().uri("http://umbra.localhost/tickets").accept(MediaType.TEXT_HTML))
                .hasStatus(503)
                .bodyText()
                .contains("Umbra Optics")
                .doesNotContain("Unpaid");

        assertThat(shell.type("tenant", "resume", "umbra").status()).isZero();
        assertThat(http.get().uri("http://umbra.localhost/api/me")).hasStatus(401);
    }

    @Test
    void aPrimaryDomainStaysUntilAnotherOneIsPrimary() {
        shell.type("tenant", "create", "acme-tools", "--name", "Acme Tools", "--admin-email", "a@tools.example");

        Ended kept = shell.type("domain", "remove", "acme-tools.localhost");
        shell.type("domain", "add", "acme-tools", "tools.example", "--primary");
        Ended removed = shell.type("domain", "remove", "acme-tools.localhost");

        assertThat(kept.status()).isEqualTo(1);
        assertThat(kept.err()).contains("is the primary domain");
        assertThat(removed.status()).isZero();
        assertThat(removed.out().strip()).isEqualTo("acme-tools.localhost leads to acme-tools no more.");
    }

    @Test
    void nothingToMigrateIsSaid() {
        assertThat(shell.type("migrate").out().strip()).isEqualTo("Everything is up to date.");
    }
}
