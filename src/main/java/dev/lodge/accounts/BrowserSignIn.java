package dev.lodge.accounts;

import dev.lodge.tenancy.Tenants;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The session cookie of a tenant's agent. */
@Component
@Order(20)
class BrowserSignIn extends CookieSignIn {

    static final SecretCookie COOKIE = new SecretCookie("lodge_session");

    BrowserSignIn(Sessions sessions) {
        super(COOKIE, request -> Tenants.bound().isPresent(), sessions::find, sessions::peek);
    }
}
