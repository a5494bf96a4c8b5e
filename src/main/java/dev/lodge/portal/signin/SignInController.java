package dev.lodge.portal.signin;

import dev.lodge.accounts.Anyone;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Client;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.SignedIn;
import dev.lodge.portal.CustomerDoor;
import dev.lodge.portal.SignedInCustomer;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.TooMany;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Html;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /portal/signin}: how customers come in and leave. A link acts when its button is pressed: what reads mail looks at links, too. */
@Controller
class SignInController {

    private final PortalLinks links;
    private final LinkThrottle throttle;
    private final CustomerPasswords passwords;
    private final Arrival arrival;
    private final CustomerDoor door;

    SignInController(
            PortalLinks links, LinkThrottle throttle, CustomerPasswords passwords, Arrival arrival, CustomerDoor door) {
        this.links = links;
        this.throttle = throttle;
        this.passwords = passwords;
        this.arrival = arrival;
        this.door = door;
    }

    record SignInForm(
            @Nullable String email,
            @Nullable String password,
            @Nullable String next) {

        String written() {
            return Objects.requireNonNullElse(email, "");
        }
    }

    @GetMapping("/portal/signin")
    @Anyone(because = "this is where customers sign in")
    Html form(@RequestParam(required = false) @Nullable String next) {
        requireTenant();
        if (signedIn() instanceof SignedInCustomer) {
            return Html.redirect(ReturnAddress.of(next));
        }
        return page(new SignInForm("", null, next), false, FieldErrors.none(), 0);
    }

    @PostMapping("/portal/signin")
    @Anyone(because = "this is how customers sign in")
    Html ask(@ModelAttribute SignInForm form, HttpServletRequest request, HttpServletResponse response) {
        requireTenant();
        var address = EmailAddress.of(form.written());
        if (address.isEmpty()) {
            return page(form, false, FieldErrors.of("email", "portal.signin.no_address"), 0)
                    .invalid();
        }
        try {
            throttle.count(address.get().key(), Client.of(request));
        } catch (TooMany tooMany) {
            return page(form, false, FieldErrors.none(), Asking.minutesToWait(tooMany, response))
                    .status(429);
        }
        links.ask(PortalLink.toSignIn(address.get(), Asking.language(), ReturnAddress.of(form.next())));
        return Html.page("portal/signin-sent", address.get().value());
    }

    @PostMapping("/portal/signin/password")
    @Anyone(because = "this is how customers sign in")
    Html byPassword(@ModelAttribute SignInForm form, HttpServletRequest request, HttpServletResponse response) {
        requireTenant();
        try {
            var customer = passwords.owner(
                    form.written(), Objects.requireNonNullElse(form.password(), ""), Client.of(request));
            if (customer.isEmpty()) {
                return page(form, true, FieldErrors.of(FieldErrors.WHOLE, "portal.signin.wrong"), 0)
                        .invalid();
            }
            door.enter(customer.get(), request, response);
            return Html.redirect(ReturnAddress.of(form.next()));
        } catch (TooMany tooMany) {
            return page(form, true, FieldErrors.none(), Asking.minutesToWait(tooMany, response))
                    .status(429);
        }
    }

    /** Looking at a link leaves it as it is. */
    @GetMapping("/portal/signin/{token}")
    @Anyone(because = "who has a link to sign in is not signed in yet")
    Html link(@PathVariable String token) {
        return Tenants.bound()
                .flatMap(tenant -> links.find(token))
                .map(link -> Html.page("portal/signin-link", new LinkModel(token, link, isAgent())))
                .orElseGet(SignInController::gone);
    }

    @PostMapping("/portal/signin/{token}")
    @Anyone(because = "who has a link to sign in is not signed in yet")
    Html use(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        requireTenant();
        try {
            var arrived = arrival.by(token);
            door.enter(arrived.customerId(), request, response);
            var there = Html.redirect(arrived.address());
            return arrived.asked() ? there.toast("portal.request.arrived") : there;
        } catch (NotFound over) {
            return gone();
        }
    }

    @PostMapping("/portal/signout")
    @Anyone(because = "whoever is signed out already may say so again")
    Html signOut(HttpServletRequest request, HttpServletResponse response) {
        requireTenant();
        door.leave(request, response);
        return Html.redirect("/portal/signin");
    }

    private static Html page(SignInForm form, boolean byPassword, FieldErrors errors, long lockedMinutes) {
        return Html.page(
                "portal/signin",
                new SignInModel(
                        form.written(), ReturnAddress.of(form.next()), byPassword, errors, lockedMinutes, isAgent()));
    }

    private static Html gone() {
        return Html.page("portal/signin-gone").status(404);
    }

    private static boolean isAgent() {
        var found = signedIn();
        return found != null && found.getPrincipal() instanceof Caller;
    }

    private static @Nullable SignedIn signedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn found ? found : null;
    }

    private static void requireTenant() {
        if (Tenants.bound().isEmpty()) {
            throw new NotFound();
        }
    }
}
