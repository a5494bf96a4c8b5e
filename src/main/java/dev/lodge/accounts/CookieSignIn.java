package dev.lodge.accounts;

import dev.lodge.web.Unasked;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A browser that is signed in by the cookie of its session. On a host that the cookie is not for, it says nothing. */
public abstract class CookieSignIn implements SignInSource {

    private final SecretCookie cookie;
    private final Predicate<HttpServletRequest> host;
    private final Function<Secret, Optional<? extends SignedIn>> find;
    private final Function<Secret, Optional<? extends SignedIn>> peek;

    /**
     * @param host whether a request came to one that the cookie is for
     * @param find whoever has a session; being seen prolongs it
     * @param peek the same without prolonging it, for what a page asks by itself
     */
    protected CookieSignIn(
            SecretCookie cookie,
            Predicate<HttpServletRequest> host,
            Function<Secret, Optional<? extends SignedIn>> find,
            Function<Secret, Optional<? extends SignedIn>> peek) {
        this.cookie = cookie;
        this.host = host;
        this.find = find;
        this.peek = peek;
    }

    @Override
    public final Optional<SignedIn> find(HttpServletRequest request) {
        return secret(request).flatMap(Unasked.is(request) ? peek : find);
    }

    @Override
    public final Optional<String> browserSecret(HttpServletRequest request) {
        return secret(request).map(Secret::text);
    }

    private Optional<Secret> secret(HttpServletRequest request) {
        return host.test(request) ? cookie.read(request) : Optional.empty();
    }
}
