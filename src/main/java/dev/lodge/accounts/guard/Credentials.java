package dev.lodge.accounts.guard;

import dev.lodge.accounts.SignInSource;
import dev.lodge.accounts.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Finds out who sent a request, from the request alone. Asked once, and only if somebody wants to know. */
@Component
class Credentials implements SecurityContextRepository {

    private final List<SignInSource> sources;

    Credentials(ObjectProvider<SignInSource> sources) {
        this.sources = sources.orderedStream().toList();
    }

    @Override
    @SuppressWarnings("deprecation") // the interface's other method calls this one, when it is needed
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        var context = new SecurityContextImpl();
        find(exchange.getRequest()).ifPresent(context::setAuthentication);
        return context;
    }

    private Optional<SignedIn> find(HttpServletRequest request) {
        boolean explicit = hasAuthorization(request);
        for (SignInSource source : sources) {
            // What the Authorization header says decides: bad credentials there never fall back on a cookie.
            if (explicit && source.browserSecret(request).isPresent()) {
                continue;
            }
            var found = source.find(request);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What the browser's session is known by, if it has one. */
    Optional<String> browserSecret(HttpServletRequest request) {
        return sources.stream()
                .flatMap(source -> source.browserSecret(request).stream())
                .findFirst();
    }

    static boolean hasAuthorization(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    /** Nothing to do: sign-in writes its own cookie. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return hasAuthorization(request) || browserSecret(request).isPresent();
    }
}
