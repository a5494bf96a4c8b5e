package dev.lodge.demo;

import dev.lodge.knowledge.ArticleStatus;
import dev.lodge.knowledge.Audience;
import dev.lodge.knowledge.Authoring;
import dev.lodge.knowledge.NewArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the articles of one language, each after those that it leads on to: these are no circle. */
final class Shelf {

    private final Authoring authoring;
    private final Known known;
    private final String language;
    private final Map<String, Sheet> sheets;
    private final Map<String, Long> written = new HashMap<>();

    /**
     * What articles name.
     *
     * @param authors ids by key
     * @param categories ids by name
     * @param pictures addresses by file
     */
    record Known(Map<String, Long> authors, Map<String, Long> categories, Map<String, String> pictures, Instant now) {}

    Shelf(Authoring authoring, Known known, String language, Map<String, Sheet> sheets) {
        this.authoring = authoring;
        this.known = known;
        this.language = language;
        this.sheets = sheets;
    }

    /**
     * @param originals ids by key of the articles that these translate
     * @return ids by key
     */
    Map<String, Long> write(Map<String, Long> originals) {
        sheets.keySet().forEach(key -> write(key, originals));
        return Map.copyOf(written);
    }

    private long write(String key, Map<String, Long> originals) {
        Long before = written.get(key);
        if (before != null) {
            return before;
        }
        Sheet sheet = known(sheets, key);
        List<@Nullable Long> related = sheet.words("related").stream()
                .filter(sheets::containsKey)
                .<@Nullable Long>map(other -> write(other, originals))
                .toList();
        var article = new NewArticle(
                sheet.fact("title"),
                sheet.text(file -> known(known.pictures(), file)),
                null,
                known(known.categories(), sheet.fact("category")),
                ArticleStatus.valueOf(sheet.factOr("status", "published").toUpperCase(Locale.ROOT)),
                Audience.of(sheet.factOr("visibility", "public")),
                language,
                originals.get(key),
                List.copyOf(sheet.words("tags")),
                related,
                null,
                null);
        Instant at = known.now().minus(Duration.ofDays(Long.parseLong(sheet.fact("ago"))));
        long id = authoring.enter(article, known(known.authors(), sheet.fact("by")), at);
        String[] judged = sheet.factOr("judged", "0 0").split(" ");
        authoring.enterCounts(
                id, Long.parseLong(sheet.factOr("read", "0")), Long.parseLong(judged[0]), Long.parseLong(judged[1]));
        written.put(key, id);
        return id;
    }

    private static <T> T known(Map<String, T> all, String name) {
        T found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException("The demo's articles mention %s, which there is not.".formatted(name));
        }
        return found;
    }
}
