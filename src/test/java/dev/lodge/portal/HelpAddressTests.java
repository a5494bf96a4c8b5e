package dev.lodge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.LodgeTest;
import dev.lodge.accounts.Role;
import dev.lodge.knowledge.Slug;
import dev.lodge.tenancy.Tenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Categories stand below {@code /help/}, beside what the help center has there itself. */
@LodgeTest
@Import(HelpCenter.class)
class HelpAddressTests {

    private static final String BELOW = "/help/";

    @Autowired
    HelpCenter help;

    @Autowired
    WritingDesk writing;

    @Autowired
    ApplicationContext context;

    Tenant acme;

    @BeforeEach
    void aHelpCenterWithAnotherNextDoor() {
        acme = help.acme();
        help.globex();
    }

    @Test
    void noCategoryTakesAnAddressOfTheHelpCenter() {
        var agent = help.agent(acme, Role.MANAGER);

        assertThat(ownWords()).contains("search", "articles").allSatisfy(word -> {
            assertThat(writing.shelf(acme, Map.of("name", word)).slug()).startsWith(word + "-");
            assertThat(agent.post("/knowledge/categories", "name", "Tents", "slug", word))
                    .hasStatus(422)
                    .bodyText()
                    .contains("id=\"slug-error\"", word + " is an address of the help center itself");
        });
    }

    @Test
    void aCategoryOfSuchANameIsReadAtItsOwnAddress() {
        var shelf = writing.shelf(acme, Map.of("name", "Search"));
        writing.write(acme, Map.of("title", HelpCenter.subject(), "category", shelf.id()));

        assertThat(help.at(acme).get(BELOW + shelf.slug()))
                .hasStatusOk()
                .bodyText()
                .contains("<h1 class=\"fs-1\" dir=\"auto\">Search</h1>");
    }

    /** What follows {@code /help/} in the routes, of that which a category could be called. */
    private List<String> ownWords() {
        return context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(route -> route.getPatternValues().stream())
                .filter(path -> path.startsWith(BELOW))
                .map(path -> path.substring(BELOW.length()).split("/")[0])
                .filter(word -> word.equals(Slug.of(word, "")))
                .distinct()
                .toList();
    }
}
