package dev.lodge.platform.signin;

import dev.lodge.accounts.Secret;
import dev.lodge.accounts.SecretCookie;
import dev.lodge.accounts.SignInSource;
import dev.lodge.accounts.SignedIn;
import dev.lodge.tenancy.Sites;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The session cookie of an operator. On a tenant's host it says nothing. */
@Component
@Order(30)
class OperatorBrowser implements SignInSource {

    static final SecretCookie COOKIE = new SecretCookie("lodge_operator");

    private final OperatorSessions sessions;

    OperatorBrowser(OperatorSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<SignedIn> find(HttpServletRequest request) {
        return cookie(request).flatMap(sessions::find).map(SignedInOperator::new);
    }

    @Override
    public Optional<String> browserSecret(HttpServletRequest request) {
        return cookie(request).map(Secret::text);
    }

    static Optional<Secret> cookie(HttpServletRequest request) {
        return Sites.isPlatform(request) ? COOKIE.read(request) : Optional.empty();
    }
}
