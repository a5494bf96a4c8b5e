package dev.lodge.tickets.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.Permission;
import dev.lodge.customers.CustomerDetails;
import dev.lodge.customers.CustomerLists;
import dev.lodge.problem.Invalid;
import dev.lodge.web.api.ListQuery;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whoever asks, found by what an agent types. */
@Component
final class Askers {

    private static final int SUGGESTED = 8;
    private static final int LONGEST = 200;

    private final CustomerLists lists;

    Askers(CustomerLists lists) {
        this.lists = lists;
    }

    /** Customers whose name or address begins so, by name; none for less than two characters. */
    List<CustomerDetails> suggest(Caller caller, String typed) {
        var words = typed.strip();
        if (words.length() < 2 || words.length() > LONGEST) {
            return List.of();
        }
        var query = new ListQuery(1, SUGGESTED, "name", words, Map.of(), URI.create("/"));
        return lists.page(caller, query).results();
    }

    /** Either an address, or the id of the one customer of that name. */
    sealed interface Asker {}

    record ByAddress(String address) implements Asker {}

    record ById(long id) implements Asker {}

    record Nobody() implements Asker {}

    /** @throws Invalid for a name that none or several have */
    Asker named(Caller caller, String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return new Nobody();
        }
        if (text.contains("@") || !caller.may(Permission.CUSTOMER_READ)) {
            return EmailAddress.of(text)
                    .<Asker>map(address -> new ByAddress(address.value()))
                    .orElseThrow(() -> new Invalid("customer", "tickets.invalid.email"));
        }
        var found = suggest(caller, text);
        if (found.size() == 1) {
            return new ById(found.getFirst().id());
        }
        throw found.isEmpty()
                ? new Invalid("customer", "ticketpage.invalid.no_such_customer")
                : new Invalid("customer", "ticketpage.invalid.several_customers");
    }
}
