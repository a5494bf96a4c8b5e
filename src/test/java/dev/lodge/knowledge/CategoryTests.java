package dev.lodge.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Api;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The tree of categories over HTTP. */
@LodgeTest
class CategoryTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    MockMvcTester http;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Categories categories;

    Api mia;
    Library library;
    final String name = "Tents " + NUMBER.incrementAndGet();

    @BeforeEach
    void anOwnerAtAcmeAndGlobexNextDoor() {
        cast.globex();
        mia = new Api(
                http,
                "acme",
                people.somebody(cast.acme(), "Mia Lindqvist", Role.OWNER).bearer());
        library = new Library(mia);
    }

    private String category(String called, Object parent) {
        return mia.create("/api/article-categories/", "{\"name\": \"%s\", \"parent\": %s}".formatted(called, parent));
    }

    private long id(String path) {
        return library.id(path);
    }

    private List<String> names(long parent) {
        return library.read("/api/article-categories/?parent=" + parent)
                .get("results")
                .findValuesAsString("name");
    }

    @Test
    void categoriesStandInTheOrderGivenToThem() {
        long top = id(category(name, "null"));
        category("One", top);
        category("Two", top);
        String three = category("Three", top);

        assertThat(mia.post(three + "move/", "{\"position\": 1}")).hasStatusOk();
        assertThat(names(top)).containsExactly("Three", "One", "Two");
        assertThat(mia.patch(three, "{\"position\": 2, \"names\": {\"de\": {\"name\": \"Drei\"}}}"))
                .hasStatusOk();
        assertThat(names(top)).startsWith("One", "Three").doesNotContain("Zwei");
        assertThat(library.read(three).at("/names/de/name").asString()).isEqualTo("Drei");
        assertThat(mia.patch(three, "{\"position\": 0}")).hasStatus(400);
    }

    @Test
    void noneIsItsOwnAncestor() {
        String top = category(name, "null");
        String middle = category("Middle", id(top));
        String bottom = category("Bottom", id(middle));

        for (String below : List.of(top, middle, bottom)) {
            assertThat(mia.patch(top, "{\"parent\": %d}".formatted(id(below))))
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("$.errors[0].field")
                    .isEqualTo("parent");
        }
        assertThat(mia.post(bottom + "move", "{\"parent\": null}")).hasStatusOk();
        assertThat(mia.patch(top, "{\"parent\": %d}".formatted(id(bottom)))).hasStatusOk();
    }

    @Test
    void twoWhoMoveEachIntoTheOtherAtOnceMakeNoCircle() throws Exception {
        String one = category(name, "null");
        String other = category(name, "null");
        for (int round = 0; round < 5; round++) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> first = threads.submit(() -> mia.patch(one, "{\"parent\": %d}".formatted(id(other))));
                Future<?> second = threads.submit(() -> mia.patch(other, "{\"parent\": %d}".formatted(id(one))));
                first.get();
                second.get();
            }
            assertThat(library.read(one).get("parent").isNull()
                            || library.read(other).get("parent").isNull())
                    .isTrue();
            mia.post(one + "move", "{\"parent\": null}");
            mia.post(other + "move", "{\"parent\": null}");
        }
    }

    @Test
    void oneThatIsNotEmptyIsDeletedOnlyWhenAnotherTakesWhatIsInIt() {
        String tents = category(name, "null");
        String poles = category("Poles", id(tents));
        String bags = category("Bags", "null");
        String article = library.write(name, "\"category\": " + id(tents));

        assertThat(mia.delete(tents))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"articles\": 1, \"categories\": 1}");
        assertThat(library.read("/api/article-categories/").findValuesAsString("name"))
                .contains(name);
        assertThat(mia.delete(tents + "?move_to=" + id(poles))).hasStatus(400);
        assertThat(mia.delete(tents + "?move_to=x")).hasStatus(400);
        assertThat(mia.delete(tents + "?move_to=" + id(bags))).hasStatus(204);
        assertThat(library.read(article).at("/category/name").asString()).isEqualTo("Bags");
        assertThat(library.read(poles).get("parent").asLong()).isEqualTo(id(bags));
        assertThat(mia.get(tents)).hasStatus(404);
    }

    @Test
    void visitorsKnowOnlyOfCategoriesThatLeadThemToAnArticle() {
        long top = id(category(name, "null"));
        long below = id(category("Below", top));
        long agents = id(category("For agents", top));
        library.write("Open " + name, "\"status\": \"published\", \"category\": " + below);
        library.write("Secret", "\"status\": \"published\", \"visibility\": \"agents\", \"category\": " + agents);

        var seen = Tenants.in(cast.acme(), () -> categories.tree(Reader.visitor(), null));

        assertThat(seen.find(top)).isPresent();
        assertThat(seen.articles(seen.find(top).orElseThrow())).isEqualTo(1);
        assertThat(seen.find(below)).isPresent();
        assertThat(seen.find(agents)).isEmpty();
        assertThat(mia.get("/api/article-categories/" + agents)).hasStatusOk();
    }
}
