package dev.lodge.accounts;

import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Unasked;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The session cookie of a tenant's agent. */
@Component
@Order(20)
class BrowserSignIn implements SignInSource {

    static final SecretCookie COOKIE = new SecretCookie("lodge_session");

    private final Sessions sessions;

    BrowserSignIn(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<SignedIn> find(HttpServletRequest request) {
        return cookie(request).flatMap(secret -> Unasked.is(request) ? sessions.peek(secret) : sessions.find(secret));
    }

    @Override
    public Optional<String> browserSecret(HttpServletRequest request) {
        return cookie(request).map(Secret::text);
    }

    private static Optional<Secret> cookie(HttpServletRequest request) {
        return Tenants.bound().flatMap(tenant -> COOKIE.read(request));
    }
}
