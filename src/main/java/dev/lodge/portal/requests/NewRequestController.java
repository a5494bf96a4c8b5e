package dev.lodge.portal.requests;

import dev.lodge.accounts.Anyone;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Client;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.SignedIn;
import dev.lodge.attachments.Attachment;
import dev.lodge.customers.Correspondent;
import dev.lodge.customers.Customers;
import dev.lodge.idempotency.OnceOnly;
import dev.lodge.knowledge.Article;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * {@code /requests/new}: a customer asks. So may people who are not signed in, if the desk allows it; until they confirm by mail that the
 * address is theirs, nobody reads what they wrote.
 */
@Controller
class NewRequestController {

    private static final String HERE = NewRequestForm.ADDRESS;
    private static final int LONGEST_NAME = 120;

    private final Dispatch dispatch;
    private final Customers customers;
    private final PortalRules rules;
    private final Waiting waiting;
    private final Suggestions suggestions;

    /** Where requests of people wait who are not known yet. */
    @Component
    record Waiting(PortalLinks links, LinkThrottle throttle, OnceOnly once) {}

    NewRequestController(
            Dispatch dispatch, Customers customers, PortalRules rules, Waiting waiting, Suggestions suggestions) {
        this.dispatch = dispatch;
        this.customers = customers;
        this.rules = rules;
        this.waiting = waiting;
        this.suggestions = suggestions;
    }

    @GetMapping(HERE)
    @Anyone(because = "a desk may let people ask who are not signed in; where it does not, they are led to sign in")
    Html form(@RequestParam(required = false) @Nullable Long article) {
        var empty = NewRequestForm.empty(article);
        return whoever(
                empty,
                customer -> page(empty, List.of(), FieldErrors.none(), customer, 0),
                () -> page(empty, List.of(), FieldErrors.none(), null, 0));
    }

    /** What may answer the words in the form, while they are typed. */
    @GetMapping("/requests/suggestions")
    @Anyone(because = "articles that everybody may read are suggested to everybody")
    Html suggest(@RequestParam(required = false) @Nullable String subject) {
        if (Tenants.bound().isEmpty()) {
            throw new NotFound();
        }
        return Html.fragment("portal/suggestions", new SuggestionsModel(suggestions.about(subject)));
    }

    @PostMapping(HERE)
    @Anyone(because = "a desk may let people ask who are not signed in; where it does not, they are led to sign in")
    Html send(
            @ModelAttribute NewRequestForm form,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> uploads,
            HttpServletRequest request,
            HttpServletResponse response) {
        // What comes with the form of somebody who is not signed in is not looked at.
        return whoever(form, customer -> open(form, uploads, customer), () -> keep(form, request, response));
    }

    private interface ForCustomer {
        Html of(SignedInCustomer customer);
    }

    private interface ForStranger {
        Html page();
    }

    private Html whoever(NewRequestForm form, ForCustomer known, ForStranger stranger) {
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
        return rules.now().anonymousRequests() ? stranger.page() : Html.redirect(form.signIn());
    }

    private Html open(NewRequestForm form, @Nullable List<MultipartFile> uploads, SignedInCustomer customer) {
        var brought = dispatch.bring(customer.caller(), form.attachments(), uploads);
        if (!brought.errors().isEmpty()) {
            return page(form, brought.files(), brought.errors(), customer, 0).invalid();
        }
        try {
            return Html.redirect(dispatch.open(customer.caller(), form, described(form), brought))
                    .toast("portal.request.sent");
        } catch (Invalid invalid) {
            return page(form, brought.files(), invalid.errors(), customer, 0).invalid();
        }
    }

    private Html keep(NewRequestForm form, HttpServletRequest request, HttpServletResponse response) {
        var address = EmailAddress.of(NewRequestForm.text(form.email()));
        var errors = findings(form, address.isPresent());
        if (address.isEmpty() || !errors.isEmpty()) {
            return page(form, List.of(), errors, null, 0).invalid();
        }
        try {
            waiting.throttle().count(address.get().key(), Client.of(request));
        } catch (TooMany tooMany) {
            return page(form, List.of(), FieldErrors.none(), null, Asking.minutesToWait(tooMany, response))
                    .status(429);
        }
        var wanted = new PortalLink(
                address.get(),
                Asking.language(),
                null,
                NewRequestForm.text(form.name()).strip(),
                new PortalLink.Asked(NewRequestForm.text(form.subject()), described(form)));
        waiting.once().run("visitor", form.key(), form.content(""), () -> {
            waiting.links().ask(wanted);
            return HERE;
        });
        return Html.page("portal/confirm-sent", address.get().value());
    }

    private String described(NewRequestForm form) {
        return suggestions.withArticle(NewRequestForm.text(form.description()), form.article());
    }

    private FieldErrors findings(NewRequestForm form, boolean hasAddress) {
        var errors = hasAddress ? FieldErrors.none() : FieldErrors.of("email", "portal.signin.no_address");
        String name = NewRequestForm.text(form.name()).strip();
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            errors = errors.and("name", "customers.invalid.too_long", LONGEST_NAME);
        }
        try {
            Requests.check(form.subject(), described(form));
        } catch (Invalid invalid) {
            errors = errors.and(invalid.errors());
        }
        return errors;
    }

    private Html page(
            NewRequestForm form,
            List<Attachment> files,
            FieldErrors errors,
            @Nullable SignedInCustomer customer,
            long lockedMinutes) {
        String answersTo = customer == null
                ? null
                : customers
                        .correspondent(customer.caller().customerId())
                        .map(Correspondent::address)
                        .map(EmailAddress::value)
                        .orElse(null);
        return Html.page(
                "portal/new-request",
                new NewRequestPage(
                        form,
                        files,
                        errors,
                        answersTo,
                        customer == null,
                        lockedMinutes,
                        suggestions.article(form.article()).map(Article::title).orElse(null),
                        new SuggestionsModel(suggestions.about(form.subject()))));
    }
}
