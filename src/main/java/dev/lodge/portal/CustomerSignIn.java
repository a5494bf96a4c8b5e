package dev.lodge.portal;

import dev.lodge.accounts.Secret;
import dev.lodge.accounts.SecretCookie;
import dev.lodge.accounts.SignInSource;
import dev.lodge.accounts.SignedIn;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Unasked;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The session cookie of a customer. It comes after the agents' own: who is both is an agent. */
@Component
@Order(30)
class CustomerSignIn implements SignInSource {

    static final SecretCookie COOKIE = new SecretCookie("lodge_portal");

    private final CustomerSessions sessions;

    CustomerSignIn(CustomerSessions sessions) {
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
