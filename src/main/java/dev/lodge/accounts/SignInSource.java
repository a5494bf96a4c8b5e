package dev.lodge.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * One kind of credentials that a request may carry. The beans are asked in order, at most once for each request and only when
 * somebody wants to know who sent it; the first that finds somebody wins.
 */
public interface SignInSource {

    /**
     * Whoever these credentials belong to; empty when the request carries none of this kind, on a host they are not for, or bad ones.
     */
    Optional<SignedIn> find(HttpServletRequest request);

    /**
     * A secret that only this browser's sign-in has, such as its session cookie. Tokens against cross-site requests are derived from
     * it; empty for credentials that a browser does not send by itself.
     */
    default Optional<String> browserSecret(HttpServletRequest request) {
        return Optional.empty();
    }
}
