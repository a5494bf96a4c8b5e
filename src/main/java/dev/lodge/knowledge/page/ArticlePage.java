package dev.lodge.knowledge.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.knowledge.Article;
import dev.lodge.knowledge.ArticleStatus;
import dev.lodge.knowledge.ArticleText;
import dev.lodge.knowledge.Articles;
import dev.lodge.knowledge.Audience;
import dev.lodge.knowledge.CategoryTree;
import dev.lodge.problem.FieldErrors;
import dev.lodge.web.Choice;
import dev.lodge.web.Shell;
import dev.lodge.web.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One article to be written, or looked at by those who do not write.
 *
 * @param article as stored; null for a new one
 * @param said what readers said of it last
 * @param related what it leads on to
 * @param stale whether somebody else changed it since the form was shown
 */
public record ArticlePage(
        @Nullable Article article,
        ArticleForm form,
        FieldErrors errors,
        boolean stale,
        CategoryTree tree,
        RelatedChoice related,
        List<Articles.Said> said,
        Caller caller,
        Instant now) {

    /** Those of the portal first. */
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "ar", "cs", "da", "el", "fi", "he", "hi", "hu", "it", "ja", "ko", "nb", "nl", "pl",
            "pt", "ro", "ru", "sv", "tr", "uk", "zh");

    public boolean isNew() {
        return article == null;
    }

    public String action() {
        return article == null ? "/knowledge" : "/knowledge/" + article.id();
    }

    public boolean mayPublish() {
        return caller.may(Permission.ARTICLE_PUBLISH);
    }

    /** What customers find, or found, is changed by those who publish. */
    public boolean mayEdit() {
        boolean publishers = article != null
                && Set.of(ArticleStatus.PUBLISHED, ArticleStatus.ARCHIVED).contains(article.status());
        return caller.may(publishers ? Permission.ARTICLE_PUBLISH : Permission.ARTICLE_WRITE);
    }

    /** What it may become by this caller's hand. */
    public List<ArticleStatus> next() {
        Set<ArticleStatus> successors = article == null
                ? ArticleStatus.DRAFT.successors()
                : article.status().successors();
        return successors.stream()
                .filter(status -> mayPublish() || status == ArticleStatus.DRAFT || status == ArticleStatus.IN_REVIEW)
                .filter(status -> article != null || status != ArticleStatus.ARCHIVED)
                .toList();
    }

    public boolean isScheduled() {
        return article != null && article.isScheduled(now);
    }

    /** How what was typed looks. */
    public String html() {
        return ArticleText.of(ArticleForm.shown(form.body())).html();
    }

    public List<Choice> categories() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", Text.text("knowledgepages.no_category")));
        tree.flat()
                .forEach(level -> choices.add(new Choice(
                        Long.toString(level.category().id()),
                        "\u2003".repeat(level.depth() - 1) + level.category().name())));
        return choices;
    }

    public List<Choice> audiences() {
        return Stream.of(Audience.values())
                .map(audience -> new Choice(audience.code(), Text.text("knowledgepages.visibility." + audience.code())))
                .toList();
    }

    public List<Choice> languages() {
        var tags = new ArrayList<>(LANGUAGES);
        if (form.language() != null && !tags.contains(form.language())) {
            tags.add(form.language());
        }
        return tags.stream().map(tag -> new Choice(tag, languageName(tag))).toList();
    }

    /** Languages that the article is not there in yet. */
    public List<Choice> missing() {
        Article known = article;
        if (known == null) {
            return List.of();
        }
        var there = Stream.concat(
                        Stream.of(known.language()),
                        known.translations().stream().map(other -> other.language()))
                .toList();
        return LANGUAGES.stream()
                .filter(tag -> !there.contains(tag))
                .map(tag -> new Choice(tag, languageName(tag)))
                .toList();
    }

    /** A language in the reader's own; only while a page is rendered. */
    public static String languageName(String tag) {
        return Locale.forLanguageTag(tag)
                .getDisplayName(Locale.forLanguageTag(Shell.shell().language()));
    }
}
