package dev.lodge.email;

import static dev.lodge.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.People.Somebody;
import dev.lodge.accounts.Role;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LodgeTest
@Import(Office.class)
class MailPagesTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Office office;

    @Autowired
    SenderSettingsRows settings;

    @Autowired
    MailServers servers;

    Tenant desk;
    Tenant nextDoor;
    Somebody mia;
    Somebody nadia;

    @BeforeEach
    void twoDesksWithoutAServer() {
        desk = cast.tenant("mailpages", "Acme");
        nextDoor = cast.tenant("mailpages-b", "Globex");
        office.open(desk, null);
        office.open(nextDoor, null);
        mia = people.somebody(desk, "Mia Lindqvist", Role.OWNER);
        nadia = people.somebody(nextDoor, "Nadia Rahimi", Role.OWNER);
    }

    @Test
    void settingsAreSavedAndThePasswordIsNeverShown() throws Exception {
        assertThat(save("smtp.acme.example", "lodge", "hunter2")).hasStatus(303);

        assertThat(get("/settings/mail", mia))
                .hasStatusOk()
                .bodyText()
                .contains("smtp.acme.example", "Your own mail server", "One is stored.")
                .doesNotContain("hunter2");
        assertThat(Tenants.in(desk, () -> servers.ofTenant()).orElseThrow().password())
                .isEqualTo("hunter2");
        assertThat(get("/settings/mail", nadia)).bodyText().doesNotContain("smtp.acme.example");
    }

    @Test
    void theStoredPasswordGoesToNoOtherServer() {
        save("smtp.acme.example", "lodge", "hunter2");

        assertThat(save("smtp.acme.example", "lodge", "")).hasStatus(303);
        assertThat(save("smtp.evil.example", "lodge", ""))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"password-error\"");
        assertThat(save("smtp.acme.example", "somebody", "")).hasStatus(422);
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        assertThat(post(
                        "/settings/mail",
                        mia,
                        "version",
                        version(),
                        "sender_address",
                        "nobody",
                        "host",
                        "not a host",
                        "port",
                        "70000",
                        "security",
                        "none",
                        "user",
                        "lodge",
                        "password",
                        "x"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "id=\"sender_address-error\"",
                        "id=\"host-error\"",
                        "id=\"port-error\"",
                        "id=\"security-error\"")
                .doesNotContain("value=\"x\"");
    }

    @Test
    void aChangeMadeOnOlderSettingsIsShownNotSaved() {
        String seen = version();
        save("smtp.first.example", "", "");

        assertThat(post("/settings/mail", mia, "version", seen, "sender_name", "Second"))
                .hasStatus(412)
                .bodyText()
                .contains("l-banner-warn", "value=\"Second\"");
    }

    @Test
    void aTestMailSaysWhatBecameOfIt() {
        assertThat(post("/settings/mail/test", mia)).hasStatusOk().bodyText().contains("There is no mail server");

        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            office.connect(desk, server.getSmtp().getPort(), Security.NONE);
            assertThat(post("/settings/mail/test", mia))
                    .hasStatusOk()
                    .bodyText()
                    .contains("The server took a mail to " + mia.email());
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
        assertThat(post("/settings/mail/test", mia)).bodyText().contains("did not accept a connection");
        assertThat(office.mails(desk)).extracting(mail -> mail.getStatus()).containsExactly("kept", "sent", "failed");
        assertThat(get("/settings/mail/log", mia)).hasStatusOk().bodyText().contains("Kept", "Sent", "Failed");
        assertThat(get("/settings/mail/log?status=sent", mia)).bodyText().doesNotContain("did not accept");
        assertThat(get("/settings/mail/log?status=lost", mia)).hasStatus(400);
    }

    @Test
    void aFailedMailIsTriedAgainByItsOwnDeskOnly() throws Exception {
        try (var server = new ScriptedServer()) {
            office.connect(desk, server.port(), Security.NONE);
            office.connect(nextDoor, server.port(), Security.NONE);
            server.answers("550 No");
            post("/settings/mail/test", mia);
            String send =
                    "/settings/mail/log/%d/send".formatted(office.only(desk).getId());

            assertThat(post(send, nadia)).hasStatus(404);
            assertThat(office.only(desk).getStatus()).isEqualTo("failed");
            assertThat(post(send, mia)).hasStatus(303);
            assertThat(office.only(desk).getStatus()).isEqualTo("queued");
            assertThat(post(send, mia)).hasStatus(404);
        }
    }

    @Test
    void aTemplateIsPutInOnesOwnWordsAndBack() {
        assertThat(get("/settings/mail/templates", mia))
                .hasStatusOk()
                .bodyText()
                .contains("Test mail");
        assertThat(template("Hi from {{desk}}", "A word of ours, {{recipient}}.", "0"))
                .hasStatus(303);
        office.send(desk, "hannah@weiss.example", null);
        assertThat(office.only(desk).getSubject()).isEqualTo("Hi from Acme");
        assertThat(office.only(desk).getTextBody()).contains("A word of ours, Hannah Weiß.");
        office.send(nextDoor, "hannah@weiss.example", null);
        assertThat(office.only(nextDoor).getSubject()).isEqualTo("Test mail from Globex");

        assertThat(template("Again", "Text", "0")).hasStatus(412);
        assertThat(post("/settings/mail/templates/test/reset", mia)).hasStatus(303);
        assertThat(get("/settings/mail/templates/test", mia)).bodyText().contains("Test mail from {{desk}}");
    }

    @Test
    void aTemplateWithMistakesIsShownAgainAndNamesThem() {
        assertThat(template("{{nobody}}", "{{desk", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"subject-error\"", "{{nobody}} is no placeholder", "id=\"body-error\"");
    }

    @Test
    void thePreviewIsFramedUnderAPolicyOfItsOwn() {
        var preview = post(
                "/settings/mail/templates/test/preview",
                mia,
                "subject",
                "For {{recipient}}",
                "body",
                "<script>alert(1)</script> {{asked_by}}");
        assertThat(preview)
                .hasStatusOk()
                .bodyText()
                .contains("For Hannah Weiss", "<iframe")
                .doesNotContain("<html");
        String frame = text(preview)
                .replaceFirst("(?s).*<iframe[^>]* src=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");

        var framed = get(frame, mia);
        assertThat(framed).hasStatusOk().bodyText().contains("Mia Lindqvist").doesNotContain("<script");
        assertThat(framed.getResponse().getHeader("Content-Security-Policy"))
                .contains("sandbox", "default-src 'none'", "frame-ancestors 'self'");
        assertThat(framed.getResponse().getHeader("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(get("/settings/mail/templates/test/frame?draft=x", mia)).hasStatus(404);
    }

    @Test
    void onlyThoseWhoManageMailSeeAnyOfIt() {
        var agent = people.somebody(desk, "Tom Okafor", Role.AGENT);
        for (String path : new String[] {
            "/settings/mail", "/settings/mail/templates", "/settings/mail/templates/test", "/settings/mail/log"
        }) {
            assertThat(get(path, agent)).hasStatus(403);
        }
        assertThat(post("/settings/mail/test", agent)).hasStatus(403);
    }

    @Test
    void anAdminWritesTemplatesButChoosesNoServerThatWouldReadAnOwnersLinks() {
        var admin = people.somebody(desk, "Nils Åkesson", Role.ADMIN);

        assertThat(get("/settings/mail/templates", admin)).hasStatusOk();
        assertThat(get("/settings/mail", admin)).hasStatus(403);
        assertThat(post("/settings/mail", admin)).hasStatus(403);
    }

    private MvcTestResult save(String host, String user, String password) {
        return post(
                "/settings/mail",
                mia,
                "version",
                version(),
                "sender_address",
                "help@acme.example",
                "host",
                host,
                "security",
                "starttls",
                "user",
                user,
                "password",
                password);
    }

    private MvcTestResult template(String subject, String body, String version) {
        return post("/settings/mail/templates/test", mia, "subject", subject, "body", body, "version", version);
    }

    private String version() {
        return Long.toString(Tenants.in(desk, () -> settings.current().version()));
    }

    private MvcTestResult get(String path, Somebody who) {
        return http.get()
                .uri(URI.create(host(who) + path))
                .header(HttpHeaders.AUTHORIZATION, who.bearer())
                .exchange();
    }

    private MvcTestResult post(String path, Somebody who, String... fields) {
        var request = http.post().uri(URI.create(host(who) + path)).header(HttpHeaders.AUTHORIZATION, who.bearer());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String host(Somebody who) {
        return who == nadia ? "http://mailpages-b.localhost" : "http://mailpages.localhost";
    }
}
