package dev.lodge.knowledge.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.knowledge.Article;
import dev.lodge.knowledge.ArticleStatus;
import dev.lodge.knowledge.ArticleVersions;
import dev.lodge.knowledge.Articles;
import dev.lodge.knowledge.Authoring;
import dev.lodge.knowledge.Reader;
import dev.lodge.problem.NotFound;
import dev.lodge.web.Html;
import dev.lodge.web.Paging;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an article has said, and having it say that again. */
@Controller
class VersionPageController {

    private final Articles articles;
    private final ArticleVersions versions;
    private final Authoring authoring;

    VersionPageController(Articles articles, ArticleVersions versions, Authoring authoring) {
        this.articles = articles;
        this.versions = versions;
        this.authoring = authoring;
    }

    @GetMapping("/knowledge/{id}/versions")
    @Requires(Permission.ARTICLE_READ)
    Html show(
            Caller caller,
            Reader reader,
            @PathVariable long id,
            @ListParameters(filters = "version", orderings = "-version") ListQuery query) {
        Article article = articles.read(reader, id);
        var listing = versions.page(id, query);
        var chosen = query.id("version")
                .or(() -> listing.results().stream().findFirst().map(ArticleVersions.Version::version))
                .flatMap(version -> versions.find(id, version))
                .orElseThrow(NotFound::new);
        boolean publishers = article.status() == ArticleStatus.PUBLISHED || article.status() == ArticleStatus.ARCHIVED;
        return Html.page(
                "knowledge/versions",
                new VersionPage(
                        article,
                        listing.results(),
                        Paging.of(listing, query.offset()),
                        chosen,
                        versions.before(id, chosen.version()).orElse(null),
                        caller.may(publishers ? Permission.ARTICLE_PUBLISH : Permission.ARTICLE_WRITE)));
    }

    @PostMapping("/knowledge/{id}/restore")
    @Requires(Permission.ARTICLE_WRITE)
    Html restore(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "0") long version) {
        authoring.restore(caller, id, version, any -> true);
        return Html.redirect("/knowledge/" + id).toast("knowledgepages.restored", Long.toString(version));
    }
}
