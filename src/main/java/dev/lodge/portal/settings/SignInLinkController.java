package dev.lodge.portal.settings;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.customers.Customers;
import dev.lodge.portal.signin.PortalLink;
import dev.lodge.portal.signin.PortalLinks;
import dev.lodge.problem.NotFound;
import dev.lodge.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** An agent has a customer sent a link to sign in by. Nobody but the customer sees it. */
@Controller
class SignInLinkController {

    private final Customers customers;
    private final PortalLinks links;

    SignInLinkController(Customers customers, PortalLinks links) {
        this.customers = customers;
        this.links = links;
    }

    @PostMapping("/customers/{id}/sign-in-link")
    @Requires(Permission.CUSTOMER_WRITE)
    Html send(Caller caller, @PathVariable long id) {
        var customer = customers.details(caller, id);
        if (customer.email() == null) {
            throw new NotFound();
        }
        links.ask(PortalLink.toSignIn(new EmailAddress(customer.email()), customer.language(), null));
        return Html.redirect("/customers/" + id).toast("portal.on_customer.sent", customer.email());
    }
}
