package dev.lodge.platform.console;

import dev.lodge.email.MailFrame;
import dev.lodge.platform.Mailboxes;
import dev.lodge.platform.OperatorRoute;
import dev.lodge.platform.signin.SignedInOperator;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.web.Html;
import dev.lodge.web.Paging;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The mail that tenants keep. */
@Controller
@OperatorRoute
@RequestMapping("/operator/mailbox")
class MailboxController {

    private final TenantPages pages;
    private final TenantRegistry registry;
    private final Mailboxes mailboxes;

    MailboxController(TenantPages pages, TenantRegistry registry, Mailboxes mailboxes) {
        this.pages = pages;
        this.registry = registry;
        this.mailboxes = mailboxes;
    }

    @GetMapping
    Html choose(@ListParameters(orderings = "name", search = true) ListQuery query) {
        Optional<String> containing = Optional.ofNullable(query.search());
        var tenants = registry.page(containing, query.offset(), query.size());
        var listing = query.listing(registry.count(containing), tenants);
        return Html.page(
                "operator/mailboxes",
                new MailboxesPage(tenants, Paging.of(listing, query.offset()), containing.orElse("")));
    }

    @GetMapping("/{slug}")
    Html open(@PathVariable String slug, SignedInOperator signedIn) {
        Tenant tenant = pages.require(slug);
        return Html.page("operator/mailbox", new MailboxPage(tenant, mailboxes.open(signedIn.getPrincipal(), tenant)));
    }

    @GetMapping("/{slug}/{id}")
    Html read(@PathVariable String slug, @PathVariable long id, SignedInOperator signedIn) {
        Tenant tenant = pages.require(slug);
        return Html.page("operator/mail", new MailPage(tenant, mailboxes.read(signedIn.getPrincipal(), tenant, id)));
    }

    @GetMapping("/{slug}/{id}/html")
    ResponseEntity<String> html(@PathVariable String slug, @PathVariable long id) {
        return MailFrame.of(mailboxes.html(pages.require(slug), id));
    }
}
