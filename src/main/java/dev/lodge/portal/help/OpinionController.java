package dev.lodge.portal.help;

import dev.lodge.accounts.Anyone;
import dev.lodge.accounts.Client;
import dev.lodge.accounts.Secret;
import dev.lodge.knowledge.Articles;
import dev.lodge.knowledge.Reader;
import dev.lodge.knowledge.Voter;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.TooMany;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Html;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Whether an article helped. The question is asked apart from the page it stands on: that one is the same for all visitors and kept by
 * caches, while this carries the token of its form and counts the view. A browser is known again once it said something, so that what
 * it says first and what it says next come from one voter.
 */
@Controller
class OpinionController {

    private static final Duration KEPT = Duration.ofDays(365);
    private static final String OPEN = "whoever may read an article may say whether it helped";

    /** One transparent pixel. */
    private static final byte[] NOTHING =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final Articles articles;
    private final ViewedArticles viewed;

    OpinionController(Articles articles, ViewedArticles viewed) {
        this.articles = articles;
        this.viewed = viewed;
    }

    @GetMapping("/help/articles/{id}/feedback")
    @Anyone(because = OPEN)
    Html ask(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean read,
            HttpServletRequest request,
            HttpServletResponse response) {
        requireTenant();
        var article = articles.read(HelpReader.current(), id);
        if (read && viewed.isNew(id, request, response)) {
            articles.countView(HelpReader.current(), id);
        }
        return page(
                new OpinionModel(id, article.title(), ArticleModel.address(article.slug(), article.language()), null));
    }

    /** For browsers without a script, which would not ask the question by themselves: a picture of nothing, kept by no cache. */
    @GetMapping(path = "/help/articles/{id}/seen.gif", produces = MediaType.IMAGE_GIF_VALUE)
    @Anyone(because = OPEN)
    ResponseEntity<byte[]> see(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
        requireTenant();
        articles.read(HelpReader.current(), id);
        if (viewed.isNew(id, request, response)) {
            articles.countView(HelpReader.current(), id);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_GIF)
                .body(NOTHING.clone());
    }

    @PostMapping("/help/articles/{id}/feedback")
    @Anyone(because = OPEN)
    Html judge(
            @PathVariable long id,
            @RequestParam boolean helpful,
            @RequestParam(required = false) @Nullable String comment,
            HttpServletRequest request,
            HttpServletResponse response) {
        requireTenant();
        var reader = HelpReader.current();
        var article = articles.read(reader, id);
        String address = ArticleModel.address(article.slug(), article.language());
        var known = Voter.BROWSER.read(request);
        Secret browser = known.orElseGet(() -> Secret.random(""));
        try {
            var client = Client.of(request);
            articles.judge(reader, id, helpful, comment, Voter.of(reader, Optional.of(browser), client), client);
        } catch (TooMany tooMany) {
            return page(new OpinionModel(id, article.title(), address, OpinionModel.Said.TOO_OFTEN))
                    .status(429);
        } catch (Invalid tooLong) {
            return page(new OpinionModel(id, article.title(), address, OpinionModel.Said.TOO_LONG))
                    .invalid();
        }
        if (known.isEmpty() && reader instanceof Reader.Visitor) {
            Voter.BROWSER.write(browser, KEPT, request, response);
        }
        boolean more = !helpful && (comment == null || comment.isBlank());
        return page(
                new OpinionModel(id, article.title(), address, more ? OpinionModel.Said.NO : OpinionModel.Said.DONE));
    }

    private static Html page(OpinionModel model) {
        return Html.page("portal/opinion", model).part("vote", "portal/vote");
    }

    private static void requireTenant() {
        if (Tenants.bound().isEmpty()) {
            throw new NotFound();
        }
    }
}
