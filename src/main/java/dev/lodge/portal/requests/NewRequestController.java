package dev.lodge.portal.requests;

import dev.lodge.accounts.Anyone;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Client;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.SignedIn;
import dev.lodge.customers.Correspondent;
import dev.lodge.customers.Customers;
import dev.lodge.portal.PortalRules;
import dev.lodge.portal.SignedInCustomer;
import dev.lodge.portal.signin.Asking;
import dev.lodge.portal.signin.LinkThrottle;
import dev.lodge.portal.signin.PortalLink;
import dev.lodge.portal.signin.PortalLinks;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.TooMany;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Requests;
import dev.lodge.web.Html;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * {@code /requests/new}: a customer asks. So may people who are not signed in, if the desk allows it; until they confirm by mail that the
 * address is theirs, nobody reads what they wrote.
 */
@Controller
class NewRequestController {

    private static final String HERE = "/requests/new";
    private static final int LONGEST_NAME = 120;

    private final Requests requests;
    private final Customers customers;
    private final PortalRules rules;
    private final PortalLinks links;
    private final LinkThrottle throttle;

    NewRequestController(
            Requests requests, Customers customers, PortalRules rules, PortalLinks links, LinkThrottle throttle) {
        this.requests = requests;
        this.customers = customers;
        this.rules = rules;
        this.links = links;
        this.throttle = throttle;
    }

    @GetMapping(HERE)
    @Anyone(because = "a desk may let people ask who are not signed in; where it does not, they are led to sign in")
    Html form() {
        return whoever(
                customer -> page(NewRequestForm.EMPTY, FieldErrors.none(), customer, 0),
                () -> page(NewRequestForm.EMPTY, FieldErrors.none(), null, 0));
    }

    @PostMapping(HERE)
    @Anyone(because = "a desk may let people ask who are not signed in; where it does not, they are led to sign in")
    Html send(@ModelAttribute NewRequestForm form, HttpServletRequest request, HttpServletResponse response) {
        return whoever(customer -> open(form, customer), () -> keep(form, request, response));
    }

    private interface ForCustomer {
        Html of(SignedInCustomer customer);
    }

    private interface ForStranger {
        Html page();
    }

    private Html whoever(ForCustomer known, ForStranger stranger) {
        if (Tenants.bound().isEmpty()) {
            throw new NotFound();
        }
        var found = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn person ? person : null;
        if (found instanceof SignedInCustomer customer) {
            return known.of(customer);
        }
        if (found != null && found.getPrincipal() instanceof Caller) {
            return Html.redirect("/tickets/new");
        }
        return rules.now().anonymousRequests() ? stranger.page() : Html.redirect("/portal/signin?next=" + HERE);
    }

    private Html open(NewRequestForm form, SignedInCustomer customer) {
        try {
            long number = requests.open(customer.caller(), form.subject(), form.description());
            return Html.redirect("/requests/" + number).toast("portal.request.sent");
        } catch (Invalid invalid) {
            return page(form, invalid.errors(), customer, 0).invalid();
        }
    }

    private Html keep(NewRequestForm form, HttpServletRequest request, HttpServletResponse response) {
        var address = EmailAddress.of(NewRequestForm.text(form.email()));
        var errors = findings(form, address.isPresent());
        if (address.isEmpty() || !errors.isEmpty()) {
            return page(form, errors, null, 0).invalid();
        }
        try {
            throttle.count(address.get().key(), Client.of(request));
        } catch (TooMany tooMany) {
            return page(form, FieldErrors.none(), null, Asking.minutesToWait(tooMany, response))
                    .status(429);
        }
        links.ask(new PortalLink(
                address.get(),
                Asking.language(),
                null,
                NewRequestForm.text(form.name()).strip(),
                new PortalLink.Asked(NewRequestForm.text(form.subject()), NewRequestForm.text(form.description()))));
        return Html.page("portal/confirm-sent", address.get().value());
    }

    private static FieldErrors findings(NewRequestForm form, boolean hasAddress) {
        var errors = hasAddress ? FieldErrors.none() : FieldErrors.of("email", "portal.signin.no_address");
        String name = NewRequestForm.text(form.name()).strip();
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            errors = errors.and("name", "customers.invalid.too_long", LONGEST_NAME);
        }
        try {
            Requests.check(form.subject(), form.description());
        } catch (Invalid invalid) {
            errors = errors.and(invalid.errors());
        }
        return errors;
    }

    private Html page(
            NewRequestForm form, FieldErrors errors, @Nullable SignedInCustomer customer, long lockedMinutes) {
        String answersTo = customer == null
                ? null
                : customers
                        .correspondent(customer.caller().customerId())
                        .map(Correspondent::address)
                        .map(EmailAddress::value)
                        .orElse(null);
        return Html.page(
                "portal/new-request",
                new NewRequestPage(form, errors, answersTo, customer == null, lockedMinutes, false));
    }
}
