package dev.lodge.tickets.page;

import static dev.lodge.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Browsers;
import dev.lodge.accounts.Browsers.Browser;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.idempotency.OnceOnly;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Files sent with the forms themselves, as browsers do that run no script. */
@LodgeTest
class TicketFilesTests {

    private static final Map<String, Desk> DESKS = new ConcurrentHashMap<>();
    private static final Pattern WAITING = Pattern.compile("name=\"attachments\" value=\"([0-9]+)\"");

    @Autowired
    Cast cast;

    @Autowired
    Browsers browsers;

    @Autowired
    MockMvcTester http;

    Desk acme;
    Browser priya;

    @BeforeEach
    void priyaIsSignedIn() {
        acme = DESKS.computeIfAbsent("paper-acme", slug -> cast.deskOfAcme(cast.tenant(slug, "Acme")));
        priya = browsers.at(acme.host());
        priya.signIn(acme.person(Role.AGENT).email(), People.PASSWORD, "/profile");
    }

    @Test
    void aReplyTakesItsFilesAlong() {
        var sent = send(file("label.txt", "a prepaid label"), "mode", "note", "body", "The label.");

        assertThat(sent).hasStatus(303);
        assertThat(priya.get("/tickets/" + acme.ticket())).bodyText().contains("label.txt", "1 kB");
    }

    @Test
    void whatIsRefusedBringsTheTextAndTheOtherFilesBack() {
        var refused = http.post()
                .uri("http://" + acme.host() + "/tickets/" + acme.ticket() + "/messages")
                .multipart()
                .file(file("good.txt", "good"))
                .file(file("setup.exe", "bad"))
                .param("_csrf", priya.token("/profile"))
                .param("mode", "note")
                .param("body", "Two files.")
                .cookie(priya.cookie("lodge_session"))
                .exchange();

        assertThat(refused)
                .hasStatus(422)
                .bodyText()
                .contains("Two files.", "good.txt", "Files of the type exe are not accepted here.");
        var waiting = WAITING.matcher(text(refused));
        assertThat(waiting.find()).isTrue();
        var again = send(null, "mode", "note", "body", "Two files.", "attachments", waiting.group(1));
        assertThat(again).hasStatus(303);
        assertThat(priya.get("/tickets/" + acme.ticket())).bodyText().contains("good.txt");
    }

    @Test
    void aFormSentTwiceWithItsFileWritesOnce() {
        String key = OnceOnly.newKey();
        String[] fields = {"mode", "note", "body", "Once only.", "key", key};

        var first = send(file("once.txt", "once"), fields);
        var second = send(file("once.txt", "once"), fields);

        assertThat(second.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
    }

    @Test
    void aNewTicketTakesItsFilesAlong() {
        var made = http.post()
                .uri("http://" + acme.host() + "/tickets/new")
                .multipart()
                .file(file("order.txt", "AC-20931"))
                .param("_csrf", priya.token("/profile"))
                .param("customer", "ines@" + acme.tenant().slug() + ".example")
                .param("subject", "Order")
                .param("description", "See there.")
                .cookie(priya.cookie("lodge_session"))
                .exchange();

        assertThat(made).hasStatus(303);
        assertThat(priya.get(String.valueOf(made.getResponse().getHeader("Location"))))
                .bodyText()
                .contains("order.txt");
    }

    private MvcTestResult send(@Nullable MockMultipartFile file, String... fields) {
        var request = http.post()
                .uri("http://" + acme.host() + "/tickets/" + acme.ticket() + "/messages")
                .multipart();
        if (file != null) {
            request = request.file(file);
        }
        request = request.param("_csrf", priya.token("/profile"));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.cookie(priya.cookie("lodge_session")).exchange();
    }

    private static MockMultipartFile file(String name, String content) {
        return new MockMultipartFile("files", name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }
}
