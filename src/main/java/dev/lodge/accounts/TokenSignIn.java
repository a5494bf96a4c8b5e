package dev.lodge.accounts;

import dev.lodge.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The Authorization header with an agent's API token, {@code Bearer} (RFC 6750) or {@code Token}. */
@Component
@Order(10)
class TokenSignIn implements SignInSource {

    private static final Pattern SCHEME = Pattern.compile("(?i)(?:Bearer|Token) +(\\S+) *");

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
        var parts = SCHEME.matcher(header);
        return parts.matches() ? Secret.of(parts.group(1)).flatMap(tokens::find) : Optional.empty();
    }
}
