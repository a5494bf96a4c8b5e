package dev.lodge.portal.profile;

import dev.lodge.accounts.Client;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.customers.CustomerProfiles;
import dev.lodge.portal.CustomerSessions;
import dev.lodge.portal.ForCustomers;
import dev.lodge.portal.SignedInCustomer;
import dev.lodge.portal.profile.ProfilePage.ProfileForm;
import dev.lodge.portal.signin.CustomerPasswords;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.TooMany;
import dev.lodge.web.Html;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /portal/profile}: a customer's name, language, wishes, password and sessions. */
@Controller
@ForCustomers
class ProfileController {

    private static final String HERE = "/portal/profile";

    private final CustomerProfiles profiles;
    private final CustomerPasswords passwords;
    private final CustomerSessions sessions;

    ProfileController(CustomerProfiles profiles, CustomerPasswords passwords, CustomerSessions sessions) {
        this.profiles = profiles;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    record PasswordForm(
            @Nullable String current,
            @Nullable String password,
            @Nullable Boolean remove) {}

    @GetMapping(HERE)
    Html show(SignedInCustomer customer) {
        return page(customer, null, FieldErrors.none());
    }

    @PostMapping(HERE)
    Html change(@ModelAttribute ProfileForm form, SignedInCustomer customer) {
        try {
            profiles.change(
                    customer.caller(),
                    ProfilePage.text(form.name()),
                    chosen(form.language()),
                    chosen(form.timeZone()),
                    form.wishes());
            return Html.redirect(HERE).toast("portal.profile.saved");
        } catch (Invalid invalid) {
            return page(customer, form, invalid.errors()).invalid();
        }
    }

    private static @Nullable String chosen(@Nullable String field) {
        return field == null || field.isEmpty() ? null : field;
    }

    /** Whoever was signed in elsewhere is so no more. */
    @PostMapping("/portal/profile/password")
    Html changePassword(@ModelAttribute PasswordForm form, SignedInCustomer customer, HttpServletRequest request) {
        String wanted = Boolean.TRUE.equals(form.remove()) ? null : Objects.requireNonNullElse(form.password(), "");
        var known = profiles.of(customer.caller()).email();
        if (known == null) {
            throw new NotFound();
        }
        try {
            passwords.change(
                    customer.caller().customerId(),
                    new EmailAddress(known),
                    Objects.requireNonNullElse(form.current(), ""),
                    wanted,
                    Client.of(request));
            sessions.endOthers(customer);
            return Html.redirect(HERE)
                    .toast(wanted == null ? "portal.profile.password_removed" : "portal.profile.password_set");
        } catch (Invalid invalid) {
            return page(customer, null, invalid.errors()).invalid();
        } catch (TooMany tooMany) {
            return page(customer, null, FieldErrors.of("current", "accounts.password.too_many"))
                    .status(429);
        }
    }

    @PostMapping("/portal/profile/sessions/{id}/end")
    Html endSession(@PathVariable long id, SignedInCustomer customer) {
        if (!sessions.end(customer, id)) {
            throw new NotFound();
        }
        return Html.redirect(HERE).toast("accounts.session.ended");
    }

    @PostMapping("/portal/profile/sessions/end-others")
    Html endOtherSessions(SignedInCustomer customer) {
        sessions.endOthers(customer);
        return Html.redirect(HERE).toast("accounts.session.others_ended");
    }

    private Html page(SignedInCustomer customer, @Nullable ProfileForm form, FieldErrors errors) {
        var caller = customer.caller();
        var details = profiles.of(caller);
        return Html.page(
                "portal/profile",
                new ProfilePage(
                        details,
                        form == null ? ProfileForm.of(details, profiles.wishes(caller)) : form,
                        passwords.exists(caller.customerId()),
                        sessions.of(customer),
                        errors));
    }
}
