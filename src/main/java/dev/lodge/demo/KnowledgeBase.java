package dev.lodge.demo;

import dev.lodge.accounts.AgentRef;
import dev.lodge.accounts.Directory;
import dev.lodge.attachments.Attachments;
import dev.lodge.attachments.Uploader;
import dev.lodge.knowledge.Authoring;
import dev.lodge.knowledge.Categories;
import dev.lodge.knowledge.NewCategory;
import dev.lodge.knowledge.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the tenant in force a desk's categories and articles, all of them or none. */
@Component
class KnowledgeBase {

    /** Categories were there before the oldest article. */
    private static final Duration ARRANGED_SINCE = Duration.ofDays(120);

    private final Pens pens;
    private final Directory directory;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    /** The doors by which articles come in. */
    @Component
    record Pens(Categories categories, Authoring authoring, Attachments attachments) {}

    KnowledgeBase(Pens pens, Directory directory, TransactionTemplate transactions, InstantSource clock) {
        this.pens = pens;
        this.directory = directory;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Leaves a knowledge base in which there is something as it is. Pictures come first, because they are stored by themselves. */
    void fill(Desk desk) {
        if (!pens.categories().tree(Reader.desk(), null).flat().isEmpty()) {
            return;
        }
        var languages = desk.tenant().languages();
        var originals = Sheet.all(desk.tenant().slug(), languages.getFirst());
        var authors = authors(desk);
        var pictures = bring(desk, originals, authors);
        transactions.executeWithoutResult(status -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            var known = new Shelf.Known(authors, arrange(desk, now), pictures, now);
            var first = new Shelf(pens.authoring(), known, languages.getFirst(), originals).write(Map.of());
            for (String language : languages.subList(1, languages.size())) {
                new Shelf(pens.authoring(), known, language, translations(desk, language, originals)).write(first);
            }
        });
    }

    private Map<String, Long> authors(Desk desk) {
        Map<String, Long> byName =
                directory.assignables().stream().collect(Collectors.toMap(AgentRef::name, AgentRef::id));
        return desk.agents().stream()
                .filter(person -> byName.containsKey(person.name()))
                .collect(Collectors.toMap(
                        Desk.Person::key, person -> Objects.requireNonNull(byName.get(person.name()))));
    }

    /** @return where each is, by its file */
    private Map<String, String> bring(Desk desk, Map<String, Sheet> sheets, Map<String, Long> authors) {
        var addresses = new HashMap<String, String>();
        for (Sheet sheet : sheets.values()) {
            var author = new Uploader.Agent(Objects.requireNonNull(authors.get(sheet.fact("by"))));
            sheet.pictures().forEach(file -> addresses.put(file, store(desk, author, file)));
        }
        return addresses;
    }

    private String store(Desk desk, Uploader by, String file) {
        var picture = new ClassPathResource(
                "demo/%s/pictures/%s".formatted(desk.tenant().slug(), file));
        try (InputStream content = picture.getInputStream()) {
            return pens.attachments().store(by, file, content).url();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Map<String, Long> arrange(Desk desk, Instant now) {
        var ids = new HashMap<String, Long>();
        for (NewCategory category : desk.categories()) {
            var entered = pens.categories().enter(category, now.minus(ARRANGED_SINCE));
            ids.put(entered.name(), entered.id());
        }
        return ids;
    }

    private static Map<String, Sheet> translations(Desk desk, String language, Map<String, Sheet> originals) {
        var sheets = new LinkedHashMap<String, Sheet>();
        Sheet.all(desk.tenant().slug(), language)
                .forEach((key, sheet) -> sheets.put(key, sheet.over(Objects.requireNonNull(originals.get(key)))));
        return sheets;
    }
}
