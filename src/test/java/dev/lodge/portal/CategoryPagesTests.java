package dev.lodge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.LodgeTest;
import dev.lodge.accounts.Browsers.Browser;
import dev.lodge.accounts.Role;
import dev.lodge.portal.WritingDesk.Shelf;
import dev.lodge.tenancy.Tenant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What agents say of a category, and how readers see it. */
@LodgeTest
@Import(HelpCenter.class)
class CategoryPagesTests {

    @Autowired
    HelpCenter help;

    @Autowired
    WritingDesk writing;

    Tenant desk;
    Shelf care;
    Browser karin;
    String page;

    @BeforeEach
    void aCategoryAtADeskOfTwoLanguages() {
        desk = help.speaking("help-categories", "Categories", Locale.ENGLISH, Locale.GERMAN);
        help.globex();
        care = writing.shelf(desk, Map.of("name", "Care", "description", "What lasts."));
        writing.write(desk, Map.of("title", HelpCenter.subject(), "category", care.id()));
        karin = help.agent(desk, Role.MANAGER);
        page = "/knowledge/categories/" + care.id();
    }

    @Test
    void aCategoryIsReadUnderItsNameInTheReadersLanguageElseUnderTheUsual() {
        assertThat(karin.get(page))
                .bodyText()
                .contains("name=\"names[de].name\"")
                .doesNotContain("names[fr]", "names[en]");

        assertThat(rename("Pflege", "Was hält.")).hasStatus(303);

        assertThat(karin.get(page)).bodyText().contains("value=\"Pflege\"", "value=\"Was hält.\"");
        assertThat(read("de")).bodyText().contains(">Pflege</h1>", "Was hält.").doesNotContain("Care", "What lasts.");
        assertThat(read("en")).bodyText().contains(">Care</h1>", "What lasts.");
        assertThat(rename("", "")).hasStatus(303);
        assertThat(read("de")).bodyText().contains(">Care</h1>", "What lasts.");
    }

    @Test
    void aDescriptionAloneIsNoName() {
        assertThat(rename(" ", "Was hält."))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"names-error\"", "value=\"Was hält.\"");
        assertThat(karin.post("/knowledge/categories", "name", "Tents", "names[de].name", "x".repeat(81)))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"names-error\"");
    }

    @Test
    void aNameInALanguageThatTheDeskNoLongerOffersStays() {
        rename("Pflege", "");
        help.speaking("help-categories", "Categories", Locale.ENGLISH);

        assertThat(karin.get(page)).bodyText().contains("value=\"Pflege\"");
        karin.post(page, "name", "Care and repair");

        assertThat(karin.get(page)).bodyText().contains("value=\"Pflege\"", "value=\"Care and repair\"");
    }

    @Test
    void aCategoryIsMarkedWithItsIconElseWithTheFirstLetterOfItsName() {
        assertThat(help.at(desk).get("/")).bodyText().contains("aria-hidden=\"true\">C</i>");

        assertThat(karin.post(page, "name", "Care", "icon", "outdoors")).hasStatus(303);

        assertThat(karin.get(page)).bodyText().containsPattern("value=\"outdoors\" checked");
        assertThat(help.at(desk).get("/")).bodyText().contains("class=\"ti ti-tent\"");
        assertThat(karin.post(page, "name", "Care", "icon", "../x")).hasStatus(422);
        karin.post(page, "name", "Care", "icon", "");
        assertThat(help.at(desk).get("/")).bodyText().doesNotContain("ti-tent");
    }

    private MvcTestResult rename(String german, String description) {
        return karin.post(
                page,
                "name",
                "Care",
                "description",
                "What lasts.",
                "names[de].name",
                german,
                "names[de].description",
                description);
    }

    private MvcTestResult read(String language) {
        return help.at(desk).open("/help/" + care.slug(), "Accept-Language", language);
    }
}
