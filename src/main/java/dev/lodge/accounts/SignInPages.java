package dev.lodge.accounts;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.Problem;
import dev.lodge.problem.TooMany;
import dev.lodge.problem.Unauthenticated;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Html;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /signin} and {@code /signout} of a tenant's host. */
@Controller
class SignInPages {

    private final SignIn signIn;
    private final Entrance entrance;

    SignInPages(SignIn signIn, Entrance entrance) {
        this.signIn = signIn;
        this.entrance = entrance;
    }

    /** @param next where to go afterwards: a page of this host, which is only looked at */
    record SignInForm(
            @Nullable String email,
            @Nullable String password,
            @Nullable String next) {

        String address() {
            return next != null && Html.isOfThisHost(next) && next.length() <= 1000 ? next : "/tickets";
        }
    }

    @GetMapping("/signin")
    @Anyone(because = "this is where people sign in")
    Html form(@RequestParam(required = false) @Nullable String next) {
        requireTenant();
        var form = new SignInForm("", "", next);
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedInAgent) {
            return Html.redirect(form.address());
        }
        return page(form, FieldErrors.none(), 0);
    }

    @PostMapping("/signin")
    @Anyone(because = "this is how people sign in")
    Html signIn(@ModelAttribute SignInForm form, HttpServletRequest request, HttpServletResponse response) {
        requireTenant();
        try {
            long agentId = signIn.check(
                    Objects.requireNonNullElse(form.email(), ""),
                    Objects.requireNonNullElse(form.password(), ""),
                    Client.of(request));
            entrance.enter(agentId, request, response);
            return Html.redirect(form.address());
        } catch (Unauthenticated wrong) {
            return page(form, whole(wrong), 0).invalid();
        } catch (TooMany tooMany) {
            long seconds = Math.max(1, tooMany.retryAfter().toSeconds());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            return page(form, FieldErrors.none(), (seconds + 59) / 60).status(429);
        }
    }

    private static Html page(SignInForm form, FieldErrors errors, long lockedMinutes) {
        return Html.page(
                "accounts/signin",
                new SignInModel(Objects.requireNonNullElse(form.email(), ""), form.address(), errors, lockedMinutes));
    }

    private static FieldErrors whole(Problem problem) {
        return FieldErrors.none().and(FieldErrors.WHOLE, problem.detail());
    }

    @PostMapping("/signout")
    @Anyone(because = "whoever is signed out already may say so again")
    Html signOut(HttpServletRequest request, HttpServletResponse response) {
        requireTenant();
        entrance.leave(request, response);
        return Html.redirect("/signin");
    }

    private static void requireTenant() {
        if (Tenants.bound().isEmpty()) {
            throw new NotFound();
        }
    }
}
