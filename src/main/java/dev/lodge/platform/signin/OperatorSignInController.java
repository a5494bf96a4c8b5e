package dev.lodge.platform.signin;

import dev.lodge.accounts.Client;
import dev.lodge.accounts.Secret;
import dev.lodge.accounts.SignInSettings;
import dev.lodge.platform.OperatorRoute;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Problem;
import dev.lodge.problem.TooMany;
import dev.lodge.problem.Unauthenticated;
import dev.lodge.web.Html;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where operators sign in and out. */
@Controller
@OperatorRoute(open = true)
class OperatorSignInController {

    private static final String START = "/operator/tenants";

    private final OperatorSignIn signIn;
    private final OperatorSessions sessions;
    private final SignInSettings settings;

    OperatorSignInController(OperatorSignIn signIn, OperatorSessions sessions, SignInSettings settings) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.settings = settings;
    }

    @GetMapping("/operator/signin")
    Html page(@RequestParam(defaultValue = "") String next) {
        return Html.page("operator/signin", new SignInPage("", next, FieldErrors.none()));
    }

    @PostMapping("/operator/signin")
    Html signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            // A session that the browser brought along ends: nobody keeps one that was planted before sign-in.
            OperatorBrowser.COOKIE.read(request).ifPresent(sessions::end);
            Secret session = signIn.open(email, password, Client.of(request));
            OperatorBrowser.COOKIE.write(session, settings.sessionLongest(), request, response);
            return Html.redirect(Html.isOfThisHost(next) ? next : START);
        } catch (Unauthenticated | TooMany refused) {
            return again(email, next, refused, response);
        }
    }

    @PostMapping("/operator/signout")
    Html signOut(HttpServletRequest request, HttpServletResponse response) {
        OperatorBrowser.COOKIE.read(request).ifPresent(sessions::end);
        OperatorBrowser.COOKIE.clear(request, response);
        return Html.redirect("/operator/signin");
    }

    private static Html again(String email, String next, Problem refused, HttpServletResponse response) {
        var findings = FieldErrors.none().and(FieldErrors.WHOLE, refused.detail());
        Html page = Html.page("operator/signin", new SignInPage(email, next, findings));
        if (refused instanceof TooMany tooMany) {
            response.setHeader(
                    "Retry-After",
                    String.valueOf(Math.max(1, tooMany.retryAfter().toSeconds())));
            return page.status(refused.status());
        }
        return page.invalid();
    }
}
