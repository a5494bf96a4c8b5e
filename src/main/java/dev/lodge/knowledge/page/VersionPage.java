package dev.lodge.knowledge.page;

import dev.lodge.knowledge.Article;
import dev.lodge.knowledge.ArticleVersions.Version;
import dev.lodge.knowledge.TextDiff;
import dev.lodge.web.Paging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an article has said.
 *
 * @param chosen the version looked at
 * @param before the one before it, or null for the first
 */
public record VersionPage(
        Article article,
        List<Version> versions,
        Paging paging,
        Version chosen,
        @Nullable Version before,
        boolean mayRestore) {

    private static final int CONTEXT = 3;

    public boolean isFirst() {
        return before == null;
    }

    /** Lines that changed with those around them, null where lines are left out; all lines of the first version, which changed nothing. */
    public List<? extends TextDiff.@Nullable Line> lines() {
        return before == null
                ? TextDiff.between(chosen.body(), chosen.body()).lines()
                : TextDiff.between(before.body(), chosen.body()).around(CONTEXT);
    }

    public boolean isTitleChanged() {
        return before != null && !before.title().equals(chosen.title());
    }

    /** Whether the article says just this at the moment. */
    public boolean isCurrent() {
        return article.title().equals(chosen.title()) && article.body().equals(chosen.body());
    }
}
