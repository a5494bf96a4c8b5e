package dev.lodge.knowledge;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.web.api.IfMatch;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an article has said, and what was said of it, over HTTP. */
@RestController
@RequestMapping("/api/articles/{id}")
class ArticleHistoryController {

    private final Articles articles;
    private final Authoring authoring;
    private final ArticleVersions versions;
    private final Feedback feedback;

    ArticleHistoryController(Articles articles, Authoring authoring, ArticleVersions versions, Feedback feedback) {
        this.articles = articles;
        this.authoring = authoring;
        this.versions = versions;
        this.feedback = feedback;
    }

    @GetMapping("/versions")
    @Requires(Permission.ARTICLE_READ)
    Listing<ArticleVersions.Version> versions(
            Reader reader, @PathVariable long id, @ListParameters(orderings = "-version") ListQuery query) {
        return versions.page(articles.read(reader, id).id(), query);
    }

    record Restoring(@NotNull Long fromVersion) {}

    @PostMapping("/restore")
    @Requires(Permission.ARTICLE_WRITE)
    ResponseEntity<Article> restore(
            Caller caller, @PathVariable long id, @Valid @RequestBody Restoring asked, IfMatch match) {
        var restored = authoring.restore(caller, id, asked.fromVersion(), match);
        return ResponseEntity.ok().eTag(IfMatch.tag(restored.version())).body(restored);
    }

    @GetMapping("/feedback")
    @Requires(Permission.ARTICLE_READ)
    Listing<Feedback.Entry> feedback(
            Reader reader,
            @PathVariable long id,
            @ListParameters(
                            filters = {"helpful", "commented"},
                            orderings = "-created_at")
                    ListQuery query) {
        return feedback.page(articles.read(reader, id).id(), query);
    }
}
