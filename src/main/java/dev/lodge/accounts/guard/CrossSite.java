package dev.lodge.accounts.guard;

import dev.lodge.accounts.Secret;
import dev.lodge.accounts.SecretCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Tokens against requests that another site made a browser send. For who is signed in the token is derived from the session's secret,
 * so that no cookie planted by a neighbouring host makes another one valid; before sign-in it is a cookie of its own.
 */
@Component
class CrossSite implements CsrfTokenRepository, RequestMatcher {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final SecretCookie COOKIE = new SecretCookie("lodge_csrf");
    private static final Duration UNTIL_THE_BROWSER_ENDS = Duration.ofSeconds(-1);

    private final Credentials credentials;

    CrossSite(Credentials credentials) {
        this.credentials = credentials;
    }

    /** Whether the request must carry a token: it may change something, and a browser would have sent its credentials by itself. */
    @Override
    public boolean matches(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod()) || Credentials.hasAuthorization(request)) {
            return false;
        }
        String path = request.getRequestURI();
        boolean api = path.startsWith("/api/");
        // Asking for an API token takes a password and changes nothing of the browser's.
        boolean needsNoSession = path.equals("/api/auth/token") || path.equals("/api/auth/token/");
        return !api || !needsNoSession && credentials.browserSecret(request).isPresent();
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return credentials
                .browserSecret(request)
                .map(CrossSite::derived)
                .or(() -> COOKIE.read(request).map(Secret::text))
                .map(CrossSite::token)
                .orElse(null);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(Secret.random("").text());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token == null) {
            COOKIE.clear(request, response);
        } else {
            COOKIE.write(new Secret(token.getToken()), UNTIL_THE_BROWSER_ENDS, request, response);
        }
    }

    private static String derived(String browserSecret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new Secret("csrf:" + browserSecret).hash());
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken("X-CSRF-Token", "_csrf", value);
    }
}
