package dev.lodge.tickets;

import dev.lodge.accounts.SignedIn;
import dev.lodge.attachments.Uploader;
import dev.lodge.attachments.UploaderSource;
import dev.lodge.customers.CustomerCaller;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Customers who are signed in bring files for their tickets. */
@Component
class CustomersAsUploaders implements UploaderSource {

    @Override
    public Optional<Uploader> uploader(SignedIn who) {
        return who.getPrincipal() instanceof CustomerCaller customer
                ? Optional.of(new Uploader.Customer(customer.customerId()))
                : Optional.empty();
    }
}
