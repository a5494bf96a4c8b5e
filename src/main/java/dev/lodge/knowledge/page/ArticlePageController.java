package dev.lodge.knowledge.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.knowledge.Article;
import dev.lodge.knowledge.ArticleText;
import dev.lodge.knowledge.Articles;
import dev.lodge.knowledge.PastedHtml;
import dev.lodge.knowledge.Reader;
import dev.lodge.problem.BodyTooLarge;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.StaleVersion;
import dev.lodge.web.Html;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where an article is written. */
@Controller
@RequestMapping("/knowledge")
class ArticlePageController {

    private final Articles articles;
    private final ArticlePages pages;
    private final PicturesBrought pictures;

    ArticlePageController(Articles articles, ArticlePages pages, PicturesBrought pictures) {
        this.articles = articles;
        this.pages = pages;
        this.pictures = pictures;
    }

    @GetMapping("/new")
    @Requires(Permission.ARTICLE_WRITE)
    Html blank(
            Caller caller,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(name = "translation_of", required = false) @Nullable String translationOf) {
        return pages.blank(caller, ArticleForm.blank(category, language, translationOf), FieldErrors.none());
    }

    @PostMapping
    @Requires(Permission.ARTICLE_WRITE)
    Html create(
            Caller caller,
            @ModelAttribute ArticleForm sent,
            @RequestParam(name = "pictures", required = false) @Nullable List<MultipartFile> uploads) {
        var brought = pictures.bring(caller, sent, uploads);
        var form = brought.form();
        if (!brought.errors().isEmpty()) {
            return pages.blank(caller, form, brought.errors()).invalid();
        }
        if (form.preview() != null) {
            return pages.blank(caller, form, FieldErrors.none());
        }
        try {
            Article created = pages.create(caller, form);
            return Html.redirect("/knowledge/" + created.id())
                    .toast("knowledgepages.saved." + created.status().code(), created.title());
        } catch (Invalid invalid) {
            return pages.blank(caller, form, invalid.errors()).invalid();
        } catch (Conflict conflict) {
            return pages.blank(caller, form, conflict.errors()).status(conflict.status());
        }
    }

    @GetMapping("/{id}")
    @Requires(Permission.ARTICLE_READ)
    Html show(Caller caller, Reader reader, @PathVariable long id) {
        return pages.of(caller, articles.read(reader, id));
    }

    @PostMapping("/{id}")
    @Requires(Permission.ARTICLE_WRITE)
    Html change(
            Caller caller,
            Reader reader,
            @PathVariable long id,
            @ModelAttribute ArticleForm sent,
            @RequestParam(name = "pictures", required = false) @Nullable List<MultipartFile> uploads) {
        Article article = articles.read(reader, id);
        var brought = pictures.bring(caller, sent, uploads);
        var form = brought.form();
        if (!brought.errors().isEmpty()) {
            return pages.of(caller, article, form, brought.errors(), false).invalid();
        }
        if (form.preview() != null) {
            return pages.of(caller, article, form, FieldErrors.none(), false);
        }
        try {
            Article changed = pages.change(caller, id, form);
            return Html.redirect("/knowledge/" + id)
                    .toast("knowledgepages.saved." + changed.status().code(), changed.title());
        } catch (Invalid invalid) {
            return pages.of(caller, article, form, invalid.errors(), false).invalid();
        } catch (StaleVersion stale) {
            return pages.of(caller, article, form.withVersion(article.version()), FieldErrors.none(), true)
                    .status(stale.status());
        } catch (Conflict conflict) {
            FieldErrors errors = conflict.errors().isEmpty()
                    ? FieldErrors.none().and(FieldErrors.WHOLE, conflict.detail())
                    : conflict.errors();
            return pages.of(caller, article, form, errors, false).status(conflict.status());
        }
    }

    @PostMapping("/{id}/delete")
    @Requires(Permission.ARTICLE_WRITE)
    Html delete(Caller caller, Reader reader, @PathVariable long id) {
        Article article = articles.read(reader, id);
        pages.delete(caller, id);
        return Html.redirect("/knowledge").toast("knowledgepages.deleted", article.title());
    }

    /** How it would look; nothing is kept. */
    @PostMapping("/preview")
    @Requires(Permission.ARTICLE_WRITE)
    Html preview(@RequestParam(defaultValue = "") String body) {
        return Html.fragment(
                "knowledge/preview",
                Map.of("html", ArticleText.of(shortened(body)).html()));
    }

    /** What was pasted, as Markdown. */
    @PostMapping("/paste")
    @Requires(Permission.ARTICLE_WRITE)
    ResponseEntity<String> paste(@RequestParam(defaultValue = "") String html) {
        if (html.length() > PastedHtml.LONGEST) {
            throw new BodyTooLarge(PastedHtml.LONGEST);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(PastedHtml.toMarkdown(html));
    }

    private static String shortened(String body) {
        return body.length() <= 50_000 ? body : body.substring(0, 50_000);
    }
}
