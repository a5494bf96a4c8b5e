package dev.lodge.portal.help;

import dev.lodge.accounts.Anyone;
import dev.lodge.knowledge.Article;
import dev.lodge.knowledge.Articles;
import dev.lodge.knowledge.Categories;
import dev.lodge.knowledge.Category;
import dev.lodge.knowledge.Reader;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Html;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/** What can be read in the help center. Whatever a reader may not see is not there. */
@Controller
class HelpController {

    private static final int FOUND = 20;
    private static final String OPEN = "a help center is for everybody; each article says whom it is for";

    private final Articles articles;
    private final Categories categories;
    private final SiteAddresses addresses;
    private final String release;

    HelpController(Articles articles, Categories categories, SiteAddresses addresses, InstantSource clock) {
        this.articles = articles;
        this.categories = categories;
        this.addresses = addresses;
        // A page that another release or start made may look different.
        this.release = Long.toString(clock.instant().toEpochMilli(), 36);
    }

    @GetMapping("/help/search")
    @Anyone(because = OPEN)
    Html search(@RequestParam(defaultValue = "") String q) {
        requireTenant();
        String words = q.strip().substring(0, Math.min(200, q.strip().length()));
        var found = articles.search(HelpReader.current(), words, null, FOUND);
        return Html.page("portal/search", new SearchModel(words, found)).part("found", "portal/found");
    }

    @GetMapping("/help/{slug}")
    @Anyone(because = OPEN)
    Html category(@PathVariable String slug) {
        requireTenant();
        Reader reader = HelpReader.current();
        String language = HelpReader.language();
        var tree = categories.tree(reader, null);
        var category = tree.find(slug).orElseThrow(NotFound::new);
        return Html.page(
                "portal/category",
                new CategoryModel(
                        language,
                        category,
                        tree.path(category.id()),
                        tree.children(category.id()),
                        articles.inCategory(reader, category.id(), language)));
    }

    @GetMapping("/help/articles/{slug}")
    @Anyone(because = OPEN)
    @Nullable
    Html article(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String language,
            ServletWebRequest request) {
        Tenant tenant = requireTenant();
        Reader reader = HelpReader.current();
        return switch (find(reader, slug, language)) {
            case Articles.Place.Moved moved -> Html.moved(ArticleModel.address(moved.slug(), language));
            case Articles.Place.Here here -> {
                var model = model(tenant, reader, here.article());
                yield isKnown(tenant, reader, model, request) ? null : Html.page("portal/article", model);
            }
        };
    }

    private Articles.Place find(Reader reader, String slug, @Nullable String language) {
        try {
            return articles.find(reader, slug, language == null ? HelpReader.language() : language);
        } catch (NotFound elsewhere) {
            return articles.find(reader, slug, null);
        }
    }

    /** Visitors all read the same page, which browsers and caches keep and ask after; who is signed in reads their own. */
    private boolean isKnown(Tenant tenant, Reader reader, ArticleModel page, ServletWebRequest request) {
        if (!(reader instanceof Reader.Visitor) || request.getRequest().getUserPrincipal() != null) {
            return false;
        }
        var response = Objects.requireNonNull(request.getResponse());
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePublic().getHeaderValue());
        response.addHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
        Article article = page.article();
        int around = Objects.hash(tenant.locales(), page.path(), article.related(), article.translations());
        return request.checkNotModified("W/\"%d-%d-%d-%x-%s-%s\""
                .formatted(
                        article.id(),
                        article.version(),
                        tenant.branding().version(),
                        around,
                        HelpReader.language(),
                        release));
    }

    private ArticleModel model(Tenant tenant, Reader reader, Article article) {
        List<Category> path = article.category() == null
                ? List.of()
                : categories.tree(reader, null).path(article.category().id());
        return new ArticleModel(article, article.text(), path, HelpReader.language(), addresses.of(tenant));
    }

    private static Tenant requireTenant() {
        return Tenants.bound().orElseThrow(NotFound::new);
    }
}
