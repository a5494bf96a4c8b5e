package dev.lodge.customers;

import dev.lodge.accounts.Caller;
import gg.jte.Content;

/** What another module has to say beside a customer's facts. Beans of this type stand on the customer's page, in their order. */
@FunctionalInterface
public interface CustomerPanel {

    /**
     * A {@code section}, see {@link dev.lodge.web.Piece}.
     *
     * @param caller who sees the customer, who was not forgotten
     */
    Content of(Caller caller, CustomerDetails customer);
}
