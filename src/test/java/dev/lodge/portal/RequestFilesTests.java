package dev.lodge.portal;

import static dev.lodge.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.accounts.Browsers.Browser;
import dev.lodge.attachments.Attachments;
import dev.lodge.attachments.Uploader;
import dev.lodge.idempotency.OnceOnly;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.NewMessage;
import dev.lodge.tickets.Visibility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Files that customers bring and read, and forms that they send twice. */
class RequestFilesTests extends HannahAtAcme {

    private static final Pattern WAITING = Pattern.compile("name=\"attachments\" value=\"(\\d+)\"");

    @Autowired
    Attachments attachments;

    @Test
    void filesComeWithARequestAndWithAnAnswerAndAreReadByWhoBroughtThem() {
        String request = ask(hannah, file("label.txt", "a prepaid label"));
        assertThat(hannah.post(request + "/messages", List.of(file("pole.txt", "a broken pole")), "body", "There."))
                .hasStatus(303);

        assertThat(hannah.get(request)).bodyText().contains("label.txt", "pole.txt");
        assertThat(hannah.get(addressOf(hannah.get(request), "label.txt")))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("a prepaid label");
        assertThat(hannah.get(addressOf(hannah.get(request), "pole.txt")))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("a broken pole");
        assertThat(hannah.get("/portal/profile/data")).bodyText().contains("label.txt", "pole.txt");
    }

    @Test
    void filesOfNotesAreNobodysOutsideAndThoseOfAnswersAre() {
        String request = ask(hannah);
        long number = numberIn(request);
        String open = write(number, Visibility.PUBLIC, "answer.txt");
        String kept = write(number, Visibility.INTERNAL, "kanarienvogel.txt");

        assertThat(hannah.get(request)).bodyText().contains("answer.txt").doesNotContain("kanarienvogel");
        assertThat(hannah.get(open)).hasStatusOk();
        assertThat(hannah.get(kept)).hasStatus(404);
        assertThat(hannah.get("/portal/profile/data")).bodyText().doesNotContain("kanarienvogel");
    }

    @Test
    void filesOfSomebodyElseAndOfAnotherDeskAreNotThere() {
        String file = addressOf(hannah.get(ask(hannah, file("label.txt", "a prepaid label"))), "label.txt");
        var stranger = help.customer(acme, HelpCenter.address());
        var neighbour = help.customer(globex, address);

        assertThat(stranger.get(file)).hasStatus(404);
        assertThat(neighbour.get(file)).hasStatus(404);
        assertThat(help.at(acme).get(file)).hasStatus(404);
    }

    @Test
    void peopleOfAnOrganisationThatSharesReadTheFilesToo() {
        help.decide(acme, true, false, true);
        String domain = "files-%d.example".formatted(System.nanoTime());
        long ridgeline = organization(domain);
        var erik = help.customer(acme, "erik@" + domain);
        var sara = help.customer(acme, "sara@" + domain);
        String request = ask(erik, file("order.txt", "thirty headlamps"));
        String file = addressOf(erik.get(request), "order.txt");

        assertThat(sara.get(file)).hasStatus(404);
        shareRequests(ridgeline);

        assertThat(sara.get(request)).bodyText().contains("order.txt");
        assertThat(sara.get(file)).hasStatusOk();
        assertThat(sara.post(request + "/messages", List.of(file("mine.txt", "mine")), "body", "Me too"))
                .hasStatus(404);
    }

    @Test
    void whatIsRefusedBringsTheTextAndTheOtherFilesBack() {
        var refused = hannah.post(
                "/requests/new",
                List.of(file("good.txt", "good"), file("setup.exe", "bad")),
                "subject",
                "Two files",
                "description",
                "Here they are.");

        assertThat(refused)
                .hasStatus(422)
                .bodyText()
                .contains("Here they are.", "good.txt", "Files of the type exe are not accepted here.");
        var waiting = WAITING.matcher(text(refused));
        assertThat(waiting.find()).isTrue();
        var sent = hannah.post(
                "/requests/new", "subject", "Two files", "description", "Here.", "attachments", waiting.group(1));
        assertThat(hannah.get(location(sent))).bodyText().contains("good.txt");
    }

    @Test
    void aFileOfSomebodyElseCannotBeTakenAlong() {
        long mias = Tenants.in(acme, () -> store("mias.txt"));

        assertThat(hannah.post(
                        "/requests/new",
                        "subject",
                        "Mine",
                        "description",
                        "It is mine.",
                        "attachments",
                        Long.toString(mias)))
                .hasStatus(422);
    }

    @Test
    void aFormSentTwiceAsksAndAnswersOnce() {
        String key = OnceOnly.newKey();
        String[] fields = {"subject", "Once only", "description", "Again.", "key", key};
        String first = location(hannah.post("/requests/new", List.of(file("once.txt", "once")), fields));
        String second = location(hannah.post("/requests/new", List.of(file("once.txt", "once")), fields));
        assertThat(second).isEqualTo(first);

        for (int i = 0; i < 2; i++) {
            assertThat(hannah.post(first + "/messages", "body", "Only one of these.", "key", key))
                    .hasStatus(303);
        }
        assertThat(text(hannah.get(first)).split("Only one of these\\.")).hasSize(2);
        String other = location(help.customer(acme, HelpCenter.address()).post("/requests/new", fields));
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void aStrangersFormTakesNoFilesAndSentTwiceWaitsOnce() {
        help.decide(acme, true, true, false);
        var stranger = help.at(acme);
        assertThat(stranger.get("/requests/new")).hasStatusOk().bodyText().doesNotContain("type=\"file\"", "multipart");
        String[] fields = {
            "email", HelpCenter.address(), "subject", "Tent", "description", "Torn.", "key", OnceOnly.newKey()
        };

        int before = help.waiting(acme);
        assertThat(stranger.post("/requests/new", fields)).hasStatusOk();
        assertThat(stranger.post("/requests/new", fields)).hasStatusOk();

        assertThat(help.waiting(acme)).isEqualTo(before + 1);
    }

    private String ask(Browser browser, MockMultipartFile... files) {
        return location(browser.post(
                "/requests/new", List.of(files), "subject", "Tent pole snapped", "description", "At the ferrule."));
    }

    /** @return the path of the file */
    private String write(long number, Visibility visibility, String name) {
        return Tenants.in(acme, () -> {
            var message = new NewMessage("See there.", visibility, null, List.of(store(name)));
            return tickets.write(mia, number, message, Channel.WEB)
                    .attachments()
                    .getFirst()
                    .url();
        });
    }

    private long store(String name) {
        var content = new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8));
        return attachments
                .store(new Uploader.Agent(mia.agentId()), name, content)
                .id();
    }

    private static MockMultipartFile file(String name, String content) {
        return new MockMultipartFile("files", name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private static String addressOf(MvcTestResult page, String file) {
        var found = Pattern.compile("href=\"(/attachments/\\d+/" + Pattern.quote(file) + ")\"")
                .matcher(text(page));
        assertThat(found.find()).as(file).isTrue();
        return found.group(1);
    }
}
