package dev.lodge.accounts;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** Another module's say about its own routes. A route that no rule claims and that carries no mark is refused. */
public interface RouteRule {

    /** What a rule says about a route. */
    enum Verdict {
        /** The route is not one of those the rule knows. */
        NOT_MINE,
        ALLOWED,
        /** Whoever asks has to sign in: 401 in the API, a page leads to {@link RouteRule#signInPage()}. */
        SIGN_IN,
        FORBIDDEN,
        /** There is no such route on this host, or for whoever asks. */
        NOT_FOUND
    }

    /** @param signedIn whoever sent the request, or null */
    Verdict check(HandlerMethod route, HttpServletRequest request, @Nullable SignedIn signedIn);

    /** Where people sign in for the routes of this rule, a path of the same host. */
    default String signInPage() {
        return "/signin";
    }
}
