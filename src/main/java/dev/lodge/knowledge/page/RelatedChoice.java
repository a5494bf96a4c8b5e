package dev.lodge.knowledge.page;

import dev.lodge.knowledge.ArticleRow;
import dev.lodge.knowledge.Articles;
import dev.lodge.knowledge.Reader;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The articles that one leads on to, while they are chosen.
 *
 * @param article id of the one; null for a new one
 * @param language that it is in, as far as known
 * @param chosen in their order
 * @param written what stands in the field that finds more
 * @param found what is written may mean, of those that are not chosen
 */
public record RelatedChoice(
        @Nullable Long article,
        @Nullable String language,
        List<ArticleRow> chosen,
        String written,
        List<ArticleRow> found) {

    private static final int MOST = 6;
    private static final int SOUGHT = 50;
    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,18}(?:[,\\s]+[0-9]{1,18})*[,\\s]*");

    static RelatedChoice of(Articles articles, Reader reader, RelatedForm form) {
        Long article = form.of();
        String written = ArticleForm.shown(form.find()).strip();
        var chosen =
                articles.named(reader, form.related() == null ? List.of() : numbers(String.join(",", form.related())));
        var found = NUMBERS.matcher(written).matches()
                ? articles.named(reader, numbers(written))
                : articles.search(reader, written, null, SOUGHT);
        return new RelatedChoice(
                article,
                form.language(),
                chosen,
                written,
                found.stream()
                        .filter(row -> article == null || row.id() != article)
                        .filter(row -> chosen.stream().noneMatch(other -> other.id() == row.id()))
                        // Whoever reads the one reads those of its language.
                        .sorted(Comparator.comparing(row -> !row.language().equals(form.language())))
                        .limit(MOST)
                        .toList());
    }

    private static List<Long> numbers(String typed) {
        return Stream.of(typed.split("[,\\s]+"))
                .filter(part -> part.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
    }
}
