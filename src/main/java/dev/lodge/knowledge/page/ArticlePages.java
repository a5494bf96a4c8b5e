package dev.lodge.knowledge.page;

import dev.lodge.accounts.Caller;
import dev.lodge.knowledge.Article;
import dev.lodge.knowledge.ArticleChanges;
import dev.lodge.knowledge.ArticleStatus;
import dev.lodge.knowledge.Articles;
import dev.lodge.knowledge.Audience;
import dev.lodge.knowledge.Authoring;
import dev.lodge.knowledge.Categories;
import dev.lodge.knowledge.NewArticle;
import dev.lodge.knowledge.Reader;
import dev.lodge.problem.FieldErrors;
import dev.lodge.web.Html;
import dev.lodge.web.LocalTimes;
import dev.lodge.web.api.Change;
import dev.lodge.web.api.Values;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Between the form of an article and the article. */
@Component
class ArticlePages {

    private static final int COMMENTS = 10;

    private final Authoring authoring;
    private final Articles articles;
    private final Categories categories;
    private final LocalTimes times;
    private final InstantSource clock;

    ArticlePages(Authoring authoring, Articles articles, Categories categories, LocalTimes times, InstantSource clock) {
        this.authoring = authoring;
        this.articles = articles;
        this.categories = categories;
        this.times = times;
        this.clock = clock;
    }

    Html blank(Caller caller, ArticleForm form, FieldErrors errors) {
        return page(caller, null, form, errors, false);
    }

    Html of(Caller caller, Article article) {
        return of(
                caller,
                article,
                ArticleForm.of(article, times.field(article.publishAt()), times.field(article.expiresAt())),
                FieldErrors.none(),
                false);
    }

    Html of(Caller caller, Article article, ArticleForm form, FieldErrors errors, boolean stale) {
        return page(caller, article, form, errors, stale);
    }

    private Html page(Caller caller, @Nullable Article article, ArticleForm form, FieldErrors errors, boolean stale) {
        var reader = new Reader.Agent(caller);
        var tree = categories.tree(reader, null);
        var choosing = article == null
                ? new RelatedForm(null, form.language(), form.related(), form.find())
                : new RelatedForm(article.id(), article.language(), form.related(), form.find());
        var said = article == null ? List.<Articles.Said>of() : articles.said(article.id(), COMMENTS);
        return Html.page(
                "knowledge/article",
                new ArticlePage(
                        article,
                        form,
                        errors,
                        stale,
                        tree,
                        RelatedChoice.of(articles, reader, choosing),
                        said,
                        caller,
                        clock.instant()));
    }

    Article create(Caller caller, ArticleForm form) {
        return authoring.create(
                caller,
                new NewArticle(
                        form.title(),
                        ArticleForm.shown(form.body()),
                        ArticleForm.typed(form.slug()),
                        ArticleForm.number("category", form.category()),
                        status(form),
                        audience(form),
                        ArticleForm.typed(form.language()),
                        ArticleForm.number("translation_of", form.translationOf()),
                        form.tagList(),
                        form.relatedIds(),
                        times.read("publish_at", form.publishAt()),
                        times.read("expires_at", form.expiresAt())));
    }

    Article change(Caller caller, long id, ArticleForm form) {
        Long version = form.version();
        var status = status(form);
        return authoring.change(
                caller,
                id,
                new ArticleChanges(
                        Change.to(form.title()),
                        Change.to(ArticleForm.shown(form.body())),
                        Change.to(ArticleForm.typed(form.slug())),
                        Change.to(ArticleForm.number("category", form.category())),
                        status == null ? Change.absent() : Change.to(status),
                        Change.to(audience(form)),
                        Change.to(form.tagList()),
                        Change.to(form.relatedIds()),
                        Change.to(times.read("publish_at", form.publishAt())),
                        Change.to(times.read("expires_at", form.expiresAt()))),
                found -> version == null || version == found);
    }

    void delete(Caller caller, long id) {
        authoring.delete(caller, id, any -> true);
    }

    private static @Nullable ArticleStatus status(ArticleForm form) {
        String typed = ArticleForm.typed(form.status());
        return typed == null ? null : Values.word("status", typed, ArticleStatus.class);
    }

    private static @Nullable Audience audience(ArticleForm form) {
        String typed = ArticleForm.typed(form.visibility());
        return typed == null ? null : Values.word("visibility", typed, Audience.class);
    }
}
