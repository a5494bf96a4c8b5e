package dev.lodge.knowledge;

import dev.lodge.accounts.Anyone;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Client;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.web.api.IfMatch;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Articles over HTTP. */
@RestController
@RequestMapping("/api/articles")
class ArticleController {

    private final Articles articles;
    private final Authoring authoring;

    ArticleController(Articles articles, Authoring authoring) {
        this.articles = articles;
        this.authoring = authoring;
    }

    @GetMapping
    @Anyone(because = "what is published for everybody is read without signing in")
    Listing<ArticleRow> list(
            Reader reader,
            @ListParameters(
                            filters = {"status", "category", "language", "visibility", "tag"},
                            orderings = {"-updated_at", "updated_at", "title", "-title", ArticleLists.RELEVANCE},
                            search = true)
                    ListQuery query) {
        return articles.page(reader, query);
    }

    @PostMapping
    @Requires(Permission.ARTICLE_WRITE)
    ResponseEntity<Article> create(Caller caller, @RequestBody NewArticle request) {
        var created = authoring.create(caller, request);
        return ResponseEntity.created(URI.create("/api/articles/" + created.id() + "/"))
                .eTag(IfMatch.tag(created.version()))
                .body(created);
    }

    @GetMapping("/{id}")
    @Anyone(because = "what is published for everybody is read without signing in")
    ResponseEntity<Article> details(Reader reader, @PathVariable long id) {
        return answer(articles.read(reader, id));
    }

    @PutMapping("/{id}")
    @Requires(Permission.ARTICLE_WRITE)
    ResponseEntity<Article> replace(
            Caller caller, @PathVariable long id, @RequestBody ArticleChanges changes, IfMatch match) {
        return answer(authoring.change(caller, id, changes.whole(), match));
    }

    @PatchMapping("/{id}")
    @Requires(Permission.ARTICLE_WRITE)
    ResponseEntity<Article> change(
            Caller caller, @PathVariable long id, @RequestBody ArticleChanges changes, IfMatch match) {
        return answer(authoring.change(caller, id, changes, match));
    }

    @DeleteMapping("/{id}")
    @Requires(Permission.ARTICLE_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable long id, IfMatch match) {
        authoring.delete(caller, id, match);
    }

    /** How often an article was read. */
    record Views(long viewCount) {}

    @PostMapping("/{id}/increment_view")
    @Anyone(because = "whoever may read an article counts as its reader")
    Views incrementView(Reader reader, @PathVariable long id) {
        return new Views(articles.countView(reader, id));
    }

    record Vote(
            @NotNull Boolean helpful,
            @Nullable @Size(max = Feedback.COMMENT) String comment) {}

    @PostMapping("/{id}/feedback")
    @Anyone(because = "whoever may read an article may say whether it helped")
    Articles.Judged judge(
            Reader reader, @PathVariable long id, @Valid @RequestBody Vote vote, HttpServletRequest request) {
        Client client = Client.of(request);
        Voter voter = Voter.of(reader, Voter.BROWSER.read(request), client);
        return articles.judge(reader, id, vote.helpful(), vote.comment(), voter, client);
    }

    private static ResponseEntity<Article> answer(Article article) {
        return ResponseEntity.ok().eTag(IfMatch.tag(article.version())).body(article);
    }
}
