package dev.lodge.search;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.customers.CustomerDetails;
import dev.lodge.customers.CustomerLists;
import dev.lodge.knowledge.ArticleRow;
import dev.lodge.knowledge.Articles;
import dev.lodge.knowledge.Reader;
import dev.lodge.tickets.TicketSearch;
import dev.lodge.web.Html;
import dev.lodge.web.api.ListQuery;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whatever an agent looks for, as it is typed. */
@Controller
class SearchController {

    private static final int LONGEST = 200;

    private final TicketSearch tickets;
    private final Articles articles;
    private final CustomerLists customers;

    SearchController(TicketSearch tickets, Articles articles, CustomerLists customers) {
        this.tickets = tickets;
        this.articles = articles;
        this.customers = customers;
    }

    /** @param entered whether the words were sent, and not only typed: a ticket's number then leads to the ticket */
    @GetMapping("/search")
    @Requires(Permission.TICKET_READ)
    Html search(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean entered) {
        var words = q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        var page = new SearchPage(
                words,
                tickets.best(caller, words, SearchPage.MOST_TICKETS),
                articles(caller, words),
                customers(caller, words));
        return page.numbered()
                .filter(ticket -> entered)
                .map(ticket -> Html.redirect("/tickets/" + ticket.id()))
                .orElseGet(() -> Html.page("search/page", page).part("found", "search/found-swap"));
    }

    private List<ArticleRow> articles(Caller caller, String words) {
        return caller.may(Permission.ARTICLE_READ)
                ? articles.search(new Reader.Agent(caller), words, null, SearchPage.MOST_ARTICLES)
                : List.of();
    }

    private List<CustomerDetails> customers(Caller caller, String words) {
        if (words.isEmpty() || !caller.may(Permission.CUSTOMER_READ)) {
            return List.of();
        }
        var query = new ListQuery(1, SearchPage.MOST_CUSTOMERS, "name", words, Map.of(), URI.create("/"));
        return customers.page(caller, query).results();
    }
}
