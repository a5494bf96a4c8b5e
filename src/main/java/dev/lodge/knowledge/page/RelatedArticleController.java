package dev.lodge.knowledge.page;

import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.knowledge.Articles;
import dev.lodge.knowledge.Reader;
import dev.lodge.web.Html;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Choosing what an article leads on to, while it is written. Nothing is kept before the article is. */
@Controller
@RequestMapping("/knowledge/related")
@Requires(Permission.ARTICLE_WRITE)
class RelatedArticleController {

    private final Articles articles;

    RelatedArticleController(Articles articles) {
        this.articles = articles;
    }

    /** Those chosen, with an empty field for the next. */
    @GetMapping
    Html choose(Reader reader, @ModelAttribute RelatedForm form) {
        return Html.fragment(
                "knowledge/related", Map.of("choice", RelatedChoice.of(articles, reader, form), "focus", true));
    }

    /** What the field may mean, while one types. */
    @GetMapping("/found")
    Html find(Reader reader, @ModelAttribute RelatedForm form) {
        return Html.fragment("knowledge/related-found", RelatedChoice.of(articles, reader, form));
    }
}
