package dev.lodge.portal.help;

import dev.lodge.knowledge.Article;
import dev.lodge.knowledge.ArticleText;
import dev.lodge.knowledge.Category;
import dev.lodge.web.Language;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An article as it is read.
 *
 * @param path from the top of the tree down to its category
 * @param language the reader's
 * @param site the address of the help center, without a slash at its end
 */
public record ArticleModel(Article article, ArticleText text, List<Category> path, String language, String site) {

    private static final int WORDS_A_MINUTE = 200;
    private static final int LONGEST_SUMMARY = 160;

    public int minutes() {
        return Math.max(1, Math.round(text.plain().split("\\s+").length / (float) WORDS_A_MINUTE));
    }

    public Instant changedAt() {
        return article.updatedAt();
    }

    /** What search engines and those who link here show of it. */
    public String summary() {
        return ArticleText.excerpt(text.plain(), LONGEST_SUMMARY);
    }

    /**
     * The path of an article.
     *
     * @param language stands in it, so that one address is one text; null for whatever the reader's is
     */
    public static String address(String slug, @Nullable String language) {
        var path = UriComponentsBuilder.fromPath("/help/articles/{slug}");
        if (language != null) {
            path.queryParam("language", "{language}");
        }
        return path.encode().buildAndExpand(slug, language).toUriString();
    }

    /** What a language calls itself. @param tag of BCP 47 */
    public static String nameOf(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return Language.of(locale).map(Language::ownName).orElseGet(() -> locale.getDisplayName(locale));
    }
}
