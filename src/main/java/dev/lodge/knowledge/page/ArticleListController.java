package dev.lodge.knowledge.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.knowledge.Articles;
import dev.lodge.knowledge.Categories;
import dev.lodge.knowledge.Reader;
import dev.lodge.problem.Invalid;
import dev.lodge.web.Html;
import dev.lodge.web.Paging;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;

/** All that is written down. */
@Controller
class ArticleListController {

    private final Articles articles;
    private final Categories categories;

    ArticleListController(Articles articles, Categories categories) {
        this.articles = articles;
        this.categories = categories;
    }

    @GetMapping("/knowledge")
    @Requires(Permission.ARTICLE_READ)
    Html list(
            Caller caller,
            Reader reader,
            @ListParameters(
                            filters = {"status", "category", "language", "visibility", "tag"},
                            orderings = {"-updated_at", "updated_at", "title", "-title", "relevance"},
                            search = true)
                    ListQuery query) {
        var listing = articles.page(reader, query);
        var page = new ArticleListPage(
                query, listing.results(), Paging.of(listing, query.offset()), categories.tree(reader, null), caller);
        return Html.page("knowledge/list", page).part("articles", "knowledge/rows");
    }

    @ExceptionHandler
    Html refuse(Invalid refused) {
        return Html.page("knowledge/refused", refused.errors()).status(400);
    }
}
