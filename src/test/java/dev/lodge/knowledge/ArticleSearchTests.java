package dev.lodge.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is found for what is typed, at a desk of its own, with another next door that has the same words. */
@LodgeTest
class ArticleSearchTests {

    private static final Instant BEFORE = Instant.parse("2026-01-05T08:00:00Z");

    @Autowired
    Cast cast;

    @Autowired
    Articles articles;

    @Autowired
    Authoring authoring;

    Tenant desk;

    @BeforeEach
    void twoDesksWithAFewArticles() {
        desk = fill("search-acme");
        fill("search-globex");
    }

    private Tenant fill(String slug) {
        Tenant tenant = cast.tenant(slug, slug);
        Tenants.run(tenant, () -> {
            if (articles.all(Reader.desk(), 10).isEmpty()) {
                enter("Reset your password", "Open your profile and choose a new one.", "en", Audience.PUBLIC);
                enter(
                        "Your profile",
                        "Here you find your name. To reset a password see elsewhere.",
                        "en",
                        Audience.PUBLIC);
                enter(
                        "Installing tent poles",
                        "## Aluminium segments\n\nPush <b>firmly</b> & gently.",
                        "en",
                        Audience.PUBLIC);
                enter("Passwords of suppliers", "For colleagues.", "en", Audience.AGENTS);
                enter("Größe der Zelte wählen", "Die Häuser sind größer.", "de", Audience.PUBLIC);
                enter("Réinitialiser le mot de passe", "Ouvrez votre profil.", "fr", Audience.PUBLIC);
                enter("إعادة تعيين كلمة المرور", "افتح ملفك الشخصي.", "ar", Audience.PUBLIC);
            }
        });
        return tenant;
    }

    private void enter(String title, String body, String language, Audience audience) {
        authoring.enter(
                new NewArticle(
                        title,
                        body,
                        null,
                        null,
                        ArticleStatus.PUBLISHED,
                        audience,
                        language,
                        null,
                        null,
                        null,
                        null,
                        null),
                null,
                BEFORE);
    }

    private List<String> titles(String text, @Nullable String language) {
        return Tenants.in(desk, () -> articles.search(Reader.visitor(), text, language, 10)).stream()
                .map(ArticleRow::title)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "passwords | Reset your password",
                "resetting password | Reset your password",
                "pass | Reset your password",
                "reset pas | Reset your password",
                "pasword | Reset your password",
                "passwrod | Reset your password",
                "instaling | Installing tent poles",
                "alumnium | Installing tent poles",
                "grosse | Größe der Zelte wählen",
                "zelten größ | Größe der Zelte wählen",
                "reinitialiser | Réinitialiser le mot de passe",
                "كلمات | إعادة تعيين كلمة المرور"
            })
    void theBestAnswerStandsFirst(String typed, String title) {
        assertThat(titles(typed, null)).first().isEqualTo(title);
    }

    @Test
    void theTitleCountsForMoreThanTheText() {
        assertThat(titles("reset password", "en")).containsExactly("Reset your password", "Your profile");
    }

    @Test
    void whatAReaderMayNotSeeIsNeitherFoundNorGuessed() {
        assertThat(titles("suppliers", null)).isEmpty();
        assertThat(titles("supliers", null)).isEmpty();
        assertThat(Tenants.in(desk, () -> articles.search(Reader.desk(), "supliers", null, 10)))
                .extracting(ArticleRow::title)
                .containsExactly("Passwords of suppliers");
    }

    @Test
    void aLanguageKeepsToItself() {
        assertThat(titles("profil", "fr")).containsExactly("Réinitialiser le mot de passe");
        assertThat(titles("password", "de")).isEmpty();
    }

    @Test
    void snippetsAreEscapedBeforeTheirWordsAreMarked() {
        var found = Tenants.in(desk, () -> articles.search(Reader.visitor(), "gently", null, 10));

        assertThat(found.getFirst().snippet())
                .contains("firmly", "&amp; <mark>gently</mark>")
                .doesNotContain("<b>");
    }

    @Test
    void suggestionsTakeWholeSentences() {
        assertThat(Tenants.in(
                        desk, () -> articles.suggest("Hello, I forgot how to reset my password", Reader.visitor(), 3)))
                .extracting(ArticleRow::title)
                .contains("Reset your password");
    }
}
