package dev.lodge.accounts;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.TooMany;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Html;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /signin/forgot}: where somebody who forgot the password asks for a link to a new one. */
@Controller
class ForgotPages {

    private final PasswordRequests requests;
    private final AgentThrottle throttle;

    ForgotPages(PasswordRequests requests, AgentThrottle throttle) {
        this.requests = requests;
        this.throttle = throttle;
    }

    @GetMapping("/signin/forgot")
    @Anyone(because = "who forgot the password cannot sign in")
    Html form(@RequestParam(defaultValue = "false") boolean sent) {
        requireTenant();
        return page(new ForgotModel(sent, "", FieldErrors.none(), 0));
    }

    @PostMapping("/signin/forgot")
    @Anyone(because = "who forgot the password cannot sign in")
    Html ask(
            @RequestParam(required = false) @Nullable String email,
            HttpServletRequest request,
            HttpServletResponse response) {
        requireTenant();
        String typed = Objects.requireNonNullElse(email, "");
        Optional<EmailAddress> address = EmailAddress.of(typed);
        if (address.isEmpty()) {
            var errors = FieldErrors.of("email", "accounts.email_malformed");
            return page(new ForgotModel(false, typed, errors, 0)).invalid();
        }
        try {
            // Counted apart from signing in: who asks for links in somebody's name locks nobody out by it.
            throttle.count("forgot " + address.get().key(), Client.of(request));
        } catch (TooMany tooMany) {
            long seconds = Math.max(1, tooMany.retryAfter().toSeconds());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            return page(new ForgotModel(false, typed, FieldErrors.none(), (seconds + 59) / 60))
                    .status(429);
        }
        requests.add(address.get());
        return Html.redirect("/signin/forgot?sent=true");
    }

    private static Html page(ForgotModel model) {
        return Html.page("accounts/forgot", model);
    }

    private static void requireTenant() {
        if (Tenants.bound().isEmpty()) {
            throw new NotFound();
        }
    }
}
