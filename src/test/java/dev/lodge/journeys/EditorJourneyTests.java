package dev.lodge.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.tenancy.Tenant;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What hands do in the editor besides typing: pasting, dropping, choosing. */
@LodgeTest
@EnabledIf("dev.lodge.journeys.InstalledBrowser#exists")
class EditorJourneyTests {

    private static final String PASTE = """
            ([html, plain]) => {
              const data = new DataTransfer();
              data.setData("text/html", html);
              data.setData("text/plain", plain);
              const field = document.getElementById("body");
              field.focus();
              field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
            }""";

    private static final String DROP = """
            ([name, picture]) => {
              const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
              const data = new DataTransfer();
              data.items.add(new File([bytes], name, {type: "image/png"}));
              const field = document.getElementById("body");
              for (const kind of ["dragenter", "dragover", "drop"]) {
                field.dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
              }
            }""";

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @LocalServerPort
    int port;

    Tenant acme;
    Visitor manager;

    @BeforeEach
    void somebodyWritesAnArticle() {
        acme = cast.tenant("edit-acme", "Acme");
        manager = Visitor.atADesk(acme.primaryHost().value(), port)
                .signIn(people.somebody(acme, "Karin Holm", Role.MANAGER).email(), People.PASSWORD);
        manager.goTo("/knowledge/new");
    }

    @AfterEach
    void theBrowserIsClosed() {
        manager.close();
    }

    @Test
    void whatIsPastedKeepsItsStructureAndPicturesAreDroppedAndChosen() throws IOException {
        manager.fill("Title", "Mend a pole");
        manager.page()
                .evaluate(
                        PASTE,
                        List.of("<h2>Sleeve</h2><ul><li><b>Slide</b> it on</li></ul><p>Then tape.</p>", "Sleeve"));
        assertThat(manager.find("#body")).hasValue("## Sleeve\n\n- **Slide** it on\n\nThen tape.");

        manager.page().evaluate(DROP, List.of("pole.png", Base64.getEncoder().encodeToString(png(64, 48))));
        assertThat(manager.find("#body"))
                .hasValue(Pattern.compile("!\\[pole\\.png]\\(/attachments/\\d+/pole\\.png\\)"));
        manager.page()
                .waitForFileChooser(
                        () -> manager.find("label.l-pick:has([data-upload-to])").click())
                .setFiles(new FilePayload("sleeve.png", "image/png", png(80, 20)));
        assertThat(manager.find("#body")).hasValue(Pattern.compile("!\\[sleeve\\.png]\\(/attachments/"));
        assertThat(manager.find("#preview img")).hasCount(2);
        manager.findsThePageAccessible();
        manager.press("Publish");
        manager.sees("Saved and published");

        try (var reader = Visitor.onAPhoneInTheDark(acme.primaryHost().value(), port);
                var next = Visitor.atADesk(cast.globex().primaryHost().value(), port)) {
            reader.goTo("/help/articles/mend-a-pole");
            assertThat(reader.find(".l-prose h2")).hasText("Sleeve");
            assertThat(reader.find(".l-prose li strong")).hasText("Slide");
            var pictures = reader.find(".l-prose img");
            assertThat(pictures).hasCount(2);
            assertThat(pictures.first()).hasAttribute("width", "64");
            assertThat(pictures.first()).hasAttribute("height", "48");
            pictures.last().scrollIntoViewIfNeeded();
            assertThat(pictures.last().evaluate("picture => picture.decode().then(() => picture.naturalWidth)"))
                    .isEqualTo(80);
            reader.findsThePageAccessible();
            assertThat(next.goTo(pictures.first().getAttribute("src")).status()).isEqualTo(404);
        }
    }

    @Test
    void whatAnArticleLeadsOnToIsPickedWithTheKeyboard() {
        for (String title : List.of("Wash a tent", "Dry a tent")) {
            manager.goTo("/knowledge/new");
            manager.fill("Title", title);
            manager.press("Publish");
            manager.sees("Saved and published");
        }
        manager.goTo("/knowledge/new");
        manager.fill("Title", "Store a tent");

        manager.find("#find").click();
        manager.page().keyboard().type("wash");
        assertThat(manager.find("#related-found label")).hasCount(1);
        manager.type("Enter");
        assertThat(manager.find("#related ol a")).hasText(new String[] {"Wash a tent"});
        assertThat(manager.find("#find")).isFocused();
        manager.page().keyboard().type("tent");
        assertThat(manager.find("#related-found label")).hasText(new Pattern[] {Pattern.compile("Dry a tent")});
        manager.findsThePageAccessible();
        manager.type("ArrowDown", "Space");
        assertThat(manager.find("#related ol a")).hasText(new String[] {"Wash a tent", "Dry a tent"});

        manager.press("Publish");
        manager.sees("Saved and published");
        manager.find("#related ol label").first().click();
        assertThat(manager.find("#related ol a")).hasText(new String[] {"Dry a tent"});
        manager.press("Save");
        manager.sees("Saved and published");
        manager.goTo("/help/articles/store-a-tent");
        assertThat(manager.find(".l-arts a")).hasText(new String[] {"Dry a tent"});
    }

    @Test
    void enterInAFieldSavesAndDoesNotPublish() {
        manager.fill("Title", "Not ready yet");
        manager.find("#title").press("Enter");

        manager.sees("Saved as a draft");
    }

    private static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
