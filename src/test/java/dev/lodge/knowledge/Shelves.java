package dev.lodge.knowledge;

import dev.lodge.accounts.Client;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A category within another and an article in it, as furniture of a desk. */
@Component
public class Shelves {

    private final Categories categories;
    private final Authoring authoring;
    private final Articles articles;
    private final InstantSource clock;

    Shelves(Categories categories, Authoring authoring, Articles articles, InstantSource clock) {
        this.categories = categories;
        this.authoring = authoring;
        this.articles = articles;
        this.clock = clock;
    }

    /** Ids; {@code top} is the category around the other. */
    public record Shelf(long top, long category, long article) {}

    /** Made in the tenant in force. */
    public Shelf fill(String name, long author) {
        var at = clock.instant();
        long top = categories
                .enter(new NewCategory(name + " answers", "", null, null, null, null, null), at)
                .id();
        long category = categories
                .enter(new NewCategory("Care", "What lasts longer.", null, top, null, Map.of(), null), at)
                .id();
        long article = authoring.enter(
                new NewArticle(
                        "Care for your zipper",
                        "## Wax\n\nWax it twice a year.",
                        null,
                        category,
                        ArticleStatus.PUBLISHED,
                        Audience.PUBLIC,
                        "en",
                        null,
                        List.of("repair"),
                        null,
                        null,
                        null),
                author,
                at);
        var client = new Client("192.0.2.7", "Browser");
        articles.judge(
                Reader.visitor(),
                article,
                true,
                "It helped me",
                Voter.of(Reader.visitor(), Optional.empty(), client),
                client);
        return new Shelf(top, category, article);
    }
}
