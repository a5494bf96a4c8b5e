package dev.lodge.portal.requests;

import dev.lodge.knowledge.Article;
import dev.lodge.knowledge.ArticleRow;
import dev.lodge.knowledge.Articles;
import dev.lodge.portal.help.ArticleModel;
import dev.lodge.portal.help.HelpReader;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.Tenants;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Articles that may answer a request before it is sent, and the one that somebody came from. */
@Component
class Suggestions {

    private static final int MOST = 4;
    private static final int WORTH_SEARCHING = 3;

    private final Articles articles;
    private final SiteAddresses addresses;

    Suggestions(Articles articles, SiteAddresses addresses) {
        this.articles = articles;
        this.addresses = addresses;
    }

    List<ArticleRow> about(@Nullable String words) {
        return words == null || words.strip().length() < WORTH_SEARCHING
                ? List.of()
                : articles.suggest(words.strip(), HelpReader.current(), MOST);
    }

    /** The article that did not help, if there is such a one for the reader. */
    Optional<Article> article(@Nullable Long id) {
        try {
            return id == null ? Optional.empty() : Optional.of(articles.read(HelpReader.current(), id));
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }

    /** What somebody wrote, with a link to the article they came from as its last line. */
    String withArticle(String description, @Nullable Long id) {
        return article(id)
                .map(found -> "%s\n\n%s%s"
                        .formatted(
                                description,
                                addresses.of(Tenants.current()),
                                ArticleModel.address(found.slug(), found.language())))
                .filter(text -> !description.isBlank())
                .orElse(description);
    }
}
