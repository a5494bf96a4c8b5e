package dev.lodge.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.attachments.Attachment;
import dev.lodge.attachments.Attachments;
import dev.lodge.attachments.Uploader;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Api;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Pictures in articles, at Acme, with Globex next door. */
@LodgeTest
class ArticlePicturesTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Attachments attachments;

    People.Somebody mia;
    Library acme;
    Library globex;

    @BeforeEach
    void bothDesksAreInTheRoom() {
        mia = people.somebody(cast.acme(), "Mia Lindqvist", Role.OWNER);
        acme = library(cast.acme(), mia);
        globex = library(cast.globex(), people.somebody(cast.globex(), "Nadia Rahimi", Role.OWNER));
    }

    private Library library(Tenant tenant, People.Somebody somebody) {
        return new Library(new Api(http, tenant.slug().value(), somebody.bearer()));
    }

    @Test
    void aVisitorSeesThePictureOfAPublicArticle() {
        var picture = bring();
        assertThat(visitor("acme", picture.url())).hasStatus(404);

        show("A pole with its sleeve", "\"status\": \"published\"", picture);

        assertThat(visitor("acme", picture.url()))
                .hasStatusOk()
                .hasHeader(HttpHeaders.CONTENT_TYPE, "image/png")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=3600, public, immutable");
        assertThat(visitor("acme", picture.url()).getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("inline");
        assertThat(visitor("globex", picture.url())).hasStatus(404);
        assertThat(globex.api().get(picture.url())).hasStatus(404);
    }

    @Test
    void aPageLeavesRoomForPicturesThatArticlesHoldAndTellsNothingOfOthers() {
        var picture = bring();
        var hers = bring(people.somebody(cast.acme(), "Priya Raman", Role.AGENT));

        String path = show("A pole in its size", "\"status\": \"published\"", picture, hers);

        assertThat(acme.read(path).get("body_html").asString())
                .containsOnlyOnce("width=\"4\" height=\"3\"")
                .contains("/attachments/" + hers.id() + "/");
        assertThat(visitor("acme", "/help/articles/a-pole-in-its-size"))
                .bodyText()
                .contains("width=\"4\" height=\"3\"");
    }

    @Test
    void whatVisitorsDoNotFindTheyDoNotSeeEither() {
        for (String hidden : List.of(
                "\"status\": \"draft\"",
                "\"status\": \"published\", \"visibility\": \"agents\"",
                "\"status\": \"published\", \"publish_at\": \"2999-01-01T00:00:00Z\"")) {
            var picture = bring();
            show("Not for visitors", hidden, picture);

            assertThat(visitor("acme", picture.url())).hasStatus(404);
            assertThat(acme.api().get(picture.url()))
                    .hasStatusOk()
                    .hasHeader(HttpHeaders.CACHE_CONTROL, "no-cache, private");
        }
    }

    @Test
    void aTranslationShowsThePicturesOfTheFirstAndKeepsThemWhenThatIsGone() {
        var picture = bring();
        String english = show("A pole in two languages", "\"status\": \"published\"", picture);
        String german = show(
                "Ein Gestänge",
                "\"status\": \"published\", \"language\": \"de\", \"translation_of\": " + acme.id(english),
                picture);

        assertThat(acme.api().delete(english)).hasStatus(204);
        assertThat(visitor("acme", picture.url())).hasStatusOk();
        assertThat(acme.api().delete(german)).hasStatus(204);
        assertThat(acme.api().get(picture.url())).hasStatus(404);
    }

    @Test
    void aPictureThatTheTextNoLongerShowsIsThereForItsVersions() {
        var picture = bring();
        String path = show("Rewritten", "\"status\": \"published\"", picture);

        assertThat(acme.api().patch(path, "{\"body\": \"Without a picture.\"}")).hasStatusOk();

        assertThat(visitor("acme", picture.url())).hasStatusOk();
    }

    @Test
    void nobodyPublishesWhatSomebodyElseBrought() {
        var priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);
        var hers = bring(priya);

        show("A guess at a number", "\"status\": \"published\"", hers);

        assertThat(visitor("acme", hers.url())).hasStatus(404);
        assertThat(acme.api().get(hers.url())).hasStatus(404);
    }

    @Test
    void anArticleMayShowMorePicturesThanOneStepClaims() {
        var pictures = IntStream.rangeClosed(0, Attachments.MOST_AT_ONCE)
                .mapToObj(number -> bring())
                .toArray(Attachment[]::new);

        show("A long one", "\"status\": \"published\"", pictures);

        assertThat(pictures)
                .allSatisfy(
                        picture -> assertThat(visitor("acme", picture.url())).hasStatusOk());
    }

    private Attachment bring() {
        return bring(mia);
    }

    private Attachment bring(People.Somebody by) {
        return Tenants.in(
                cast.acme(),
                () -> attachments.store(new Uploader.Agent(by.id()), "pole.png", new ByteArrayInputStream(png())));
    }

    private String show(String title, String more, Attachment... pictures) {
        String body = List.of(pictures).stream()
                .map(picture -> "![A pole](%s)".formatted(picture.url()))
                .collect(Collectors.joining("\\n\\n"));
        String path = acme.write(title, more);
        assertThat(acme.api().patch(path, "{\"body\": \"%s\"}".formatted(body))).hasStatusOk();
        return path;
    }

    private static byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private MvcTestResult visitor(String desk, String path) {
        return http.get()
                .uri(URI.create("http://" + desk + ".localhost" + path))
                .exchange();
    }
}
