package dev.lodge.knowledge;

import static dev.lodge.schema.tenant.Tables.ARTICLE;

import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.Headline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Full text in each article's own language: words in any form, the title above tags and headings, these above the rest. Quotes, {@code
 * -} and {@code or} mean what they mean in search engines; the word that is still being typed also finds what begins with it. When
 * nothing has the words as typed, words that resemble them are looked for. Any input is a search, none is an error.
 */
@Component
class ArticleSearch {

    private static final Map<String, String> CONFIGURATIONS =
            Map.of("en", "english", "de", "german", "fr", "french", "es", "spanish", "ar", "arabic");

    /** Nothing but words; the last may be unfinished. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\s.,;:!?'’/()]+");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private static final Set<String> OPERATORS = Set.of("or", "and");

    /** Shorter words resemble too many. */
    private static final int SHORTEST_MISTYPED = 4;

    private static final int MOST_WORDS = 12;

    private final TenantDatabase database;

    ArticleSearch(TenantDatabase database) {
        this.database = database;
    }

    /**
     * What somebody typed, as conditions on articles.
     *
     * @param exact has the words
     * @param similar has words like them
     * @param rank higher is better, of what is exact
     * @param likeness higher is better, of what is similar
     */
    record Question(
            Field<Object> query, Condition exact, Condition similar, Field<Float> rank, Field<Float> likeness) {}

    /** @param language which the articles are in, or null for any */
    Question question(String text, @Nullable String language) {
        Field<Object> query = query(text, language);
        List<String> words = words(text);
        return new Question(
                query,
                DSL.condition("{0} @@ {1}", ARTICLE.SEARCH, query),
                similar(words, language),
                rank(query),
                likeness(words));
    }

    /** As {@link #question}, for sentences: what has some of the words, the more the better. */
    Question anyOf(String text, @Nullable String language) {
        String plain = String.join(" ", words(text));
        Field<Object> query = configurations(language).stream()
                .map(configuration -> DSL.field(
                        // A lexeme stands in quotes, so that nothing but the operators between them changes.
                        "replace(plainto_tsquery({0}::regconfig, {1})::text, {2}, {3})::tsquery",
                        Object.class,
                        DSL.inline("pg_catalog." + configuration),
                        DSL.val(plain),
                        DSL.inline("' & '"),
                        DSL.inline("' | '")))
                .reduce((one, other) -> DSL.field("({0} || {1})", Object.class, one, other))
                .orElseThrow();
        Condition has = DSL.condition("{0} @@ {1}", ARTICLE.SEARCH, query);
        return new Question(query, has, DSL.falseCondition(), rank(query), DSL.inline(0f));
    }

    private static Field<Float> rank(Field<Object> query) {
        return DSL.field("ts_rank_cd('{0.1, 0.2, 0.5, 1.0}', {0}, {1})", Float.class, ARTICLE.SEARCH, query);
    }

    private static Field<Object> query(String text, @Nullable String language) {
        List<String> words = words(text);
        boolean plain = PLAIN.matcher(text).matches()
                && words.stream().noneMatch(word -> OPERATORS.contains(word.toLowerCase(Locale.ROOT)));
        var ways = new ArrayList<Field<Object>>();
        for (String configuration : configurations(language)) {
            ways.add(websearch(configuration, text));
        }
        if (plain && !words.isEmpty() && words.getLast().length() > 1) {
            String before = String.join(" ", words.subList(0, words.size() - 1));
            Field<Object> begins = DSL.field(
                    "to_tsquery('simple', {0})",
                    Object.class, DSL.val("'" + ArticleText.bare(words.getLast()) + "':*"));
            ways.add(and(websearch("simple", ArticleText.bare(before)), begins));
            if (words.size() > 1) {
                for (String configuration : configurations(language)) {
                    ways.add(and(websearch(configuration, before), begins));
                }
            }
        }
        return ways.stream()
                .reduce((one, other) -> DSL.field("({0} || {1})", Object.class, one, other))
                .orElseThrow();
    }

    private static Field<Object> websearch(String configuration, String text) {
        return DSL.field(
                "websearch_to_tsquery({0}::regconfig, {1})",
                Object.class, DSL.inline("pg_catalog." + configuration), DSL.val(text));
    }

    private static Field<Object> and(Field<Object> one, Field<Object> other) {
        return DSL.field("({0} && {1})", Object.class, one, other);
    }

    /** Each word of some length is like one of the title, the tags or the headings, or stands anywhere. */
    private static Condition similar(List<String> words, @Nullable String language) {
        List<String> mistyped = mistyped(words);
        return mistyped.isEmpty()
                ? DSL.falseCondition()
                : DSL.and(mistyped.stream()
                        .map(word -> like(word).or(DSL.condition("{0} @@ {1}", ARTICLE.SEARCH, query(word, language))))
                        .toList());
    }

    private static Condition like(String word) {
        return DSL.condition("{0} operator(extensions.%>) {1}", ARTICLE.WORDS, DSL.val(word));
    }

    private static Field<Float> likeness(List<String> words) {
        return mistyped(words).stream()
                .map(word ->
                        DSL.field("extensions.word_similarity({0}, {1})", Float.class, DSL.val(word), ARTICLE.WORDS))
                .reduce((one, other) -> one.plus(other))
                .orElse(DSL.inline(0f));
    }

    private static List<String> mistyped(List<String> words) {
        return words.stream()
                .map(ArticleText::bare)
                .filter(word -> word.length() >= SHORTEST_MISTYPED)
                .distinct()
                .toList();
    }

    private static List<String> words(String text) {
        return Stream.of(BETWEEN_WORDS.split(text))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    private static Collection<String> configurations(@Nullable String language) {
        return language == null
                ? CONFIGURATIONS.values().stream().sorted().toList()
                : List.of(Objects.requireNonNullElse(CONFIGURATIONS.get(language.split("-", 2)[0]), "simple"));
    }

    /** Where in their texts the words were found, as HTML with the words in {@code <mark>}, for articles that the reader may see. */
    Map<Long, String> snippets(Collection<Long> articles, Question question) {
        if (articles.isEmpty()) {
            return Map.of();
        }
        Field<String> headline = DSL.field(
                "ts_headline({0}, {1}, {2}, {3})",
                String.class,
                configuration(),
                // Long texts are searched to their end, and shown from what is near their beginning.
                DSL.left(ARTICLE.PLAIN, DSL.inline(20_000)),
                question.query(),
                DSL.val(Headline.OPTIONS));
        return database.sql()
                .select(ARTICLE.ID, headline)
                .from(ARTICLE)
                .where(ARTICLE.ID.eq(DSL.any(articles.toArray(Long[]::new))))
                .fetchMap(row -> row.value1(), row -> Headline.html(row.value2()));
    }

    private static Field<Object> configuration() {
        return DSL.field(
                "case split_part({0}, '-', 1) when 'en' then 'pg_catalog.english'::regconfig"
                        + " when 'de' then 'pg_catalog.german'::regconfig when 'fr' then 'pg_catalog.french'::regconfig"
                        + " when 'es' then 'pg_catalog.spanish'::regconfig when 'ar' then 'pg_catalog.arabic'::regconfig"
                        + " else 'pg_catalog.simple'::regconfig end",
                Object.class, ARTICLE.LANGUAGE);
    }
}
