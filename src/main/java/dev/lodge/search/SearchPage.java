package dev.lodge.search;

import dev.lodge.customers.CustomerDetails;
import dev.lodge.knowledge.ArticleRow;
import dev.lodge.tickets.FoundTicket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a search found, the best of each kind.
 *
 * @param words what was typed
 */
public record SearchPage(
        String words, List<FoundTicket> tickets, List<ArticleRow> articles, List<CustomerDetails> customers) {

    static final int MOST_TICKETS = 10;
    static final int MOST_ARTICLES = 6;
    static final int MOST_CUSTOMERS = 4;

    public boolean isAsked() {
        return !words.isEmpty();
    }

    public int count() {
        return tickets.size() + articles.size() + customers.size();
    }

    public boolean isEmpty() {
        return count() == 0;
    }

    /** Whether there may be more tickets than these. */
    public boolean hasMoreTickets() {
        return tickets.size() == MOST_TICKETS;
    }

    public boolean hasMoreArticles() {
        return articles.size() == MOST_ARTICLES;
    }

    public boolean hasMoreCustomers() {
        return customers.size() == MOST_CUSTOMERS;
    }

    /** The same words in a list, which shows all. */
    public String in(String list) {
        return list + "?search=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** The ticket whose number was typed. */
    Optional<FoundTicket> numbered() {
        return tickets.stream().filter(FoundTicket::isNumbered).findFirst();
    }
}
