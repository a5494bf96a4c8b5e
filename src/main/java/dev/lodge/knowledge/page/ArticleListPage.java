package dev.lodge.knowledge.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.knowledge.ArticleRow;
import dev.lodge.knowledge.ArticleStatus;
import dev.lodge.knowledge.Audience;
import dev.lodge.knowledge.CategoryTree;
import dev.lodge.web.Paging;
import dev.lodge.web.Text;
import dev.lodge.web.api.ListQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the list of articles shows. */
public record ArticleListPage(
        ListQuery query, List<ArticleRow> articles, Paging paging, CategoryTree tree, Caller caller) {

    public boolean mayWrite() {
        return caller.may(Permission.ARTICLE_WRITE);
    }

    public boolean mayArrange() {
        return caller.may(Permission.ARTICLE_PUBLISH);
    }

    public String search() {
        return query.search() == null ? "" : query.search();
    }

    public List<ArticleStatus> statuses() {
        return List.of(ArticleStatus.values());
    }

    public boolean has(String name, String value) {
        return query.filter(name).filter(value::equals).isPresent();
    }

    public boolean isNarrowed() {
        return !search().isEmpty() || !query.filters().isEmpty();
    }

    /** The same list with this parameter so, or without it for null, from its first page. */
    public String with(String name, @Nullable String value) {
        var parameters = new LinkedHashMap<String, @Nullable String>(query.filters());
        parameters.put("search", query.search());
        parameters.put(name, value);
        var address = UriComponentsBuilder.fromPath("/knowledge");
        parameters.forEach((parameter, given) -> {
            if (given != null) {
                address.queryParam(parameter, "{" + parameter + "}");
            }
        });
        Map<String, @Nullable String> values = parameters;
        return address.encode().buildAndExpand(values).toUriString();
    }

    /** What this filter asks for, in the words that the list has for it; only while a page is rendered. */
    public String shown(String filter) {
        String value = query.filter(filter).orElse("");
        return switch (filter) {
            case "language" -> ArticlePage.languageName(value);
            case "visibility" ->
                Text.list(query.words("visibility", Audience.class).stream()
                        .map(audience -> Text.text("knowledgepages.visibility." + audience.code()))
                        .toList());
            default -> value;
        };
    }

    /** The name of the category that the list is narrowed to. */
    public String categoryName() {
        return query.filter("category")
                .filter(id -> id.matches("[0-9]{1,18}"))
                .flatMap(id -> tree.find(Long.parseLong(id)))
                .map(category -> category.name())
                .orElse("–");
    }
}
