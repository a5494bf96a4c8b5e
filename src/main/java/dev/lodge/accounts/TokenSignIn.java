package dev.lodge.accounts;

import dev.lodge.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The Authorization header with an agent's API token, {@code Bearer} (RFC 6750) or {@code Token}. */
@Component
@Order(10)
class TokenSignIn implements SignInSource {

    private final ApiTokens tokens;

    TokenSignIn(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Optional<SignedIn> find(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || Tenants.bound().isEmpty()) {
            return Optional.empty();
        }
        return credentials(header).flatMap(Secret::of).flatMap(tokens::find);
    }

    /** What stands after the scheme, whose name has no case (RFC 9110, section 11.1). */
    private static Optional<String> credentials(String header) {
        int space = header.indexOf(' ');
        String scheme = space < 0 ? header : header.substring(0, space);
        return scheme.equalsIgnoreCase("Bearer") || scheme.equalsIgnoreCase("Token")
                ? Optional.of(header.substring(scheme.length()).strip())
                : Optional.empty();
    }
}
