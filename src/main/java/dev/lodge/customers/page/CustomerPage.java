package dev.lodge.customers.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.customers.CustomerDetails;
import dev.lodge.customers.CustomerTickets;
import dev.lodge.problem.Message;
import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer and what they asked.
 *
 * @param panels what other modules have to say
 * @param refusal why something that was tried did not happen, or null
 */
public record CustomerPage(
        CustomerDetails customer,
        CustomerTickets.Newest tickets,
        Caller caller,
        List<Content> panels,
        @Nullable Message refusal) {

    public boolean may(Permission permission) {
        return caller.may(permission);
    }

    public boolean anonymized() {
        return customer.anonymizedAt() != null;
    }

    /** Whether the person can be removed altogether, as far as the caller can see. */
    public boolean deletable() {
        return may(Permission.CUSTOMER_DELETE) && tickets.count() == 0;
    }
}
