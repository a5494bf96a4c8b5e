package dev.lodge.portal;

import dev.lodge.accounts.CookieSignIn;
import dev.lodge.accounts.SecretCookie;
import dev.lodge.tenancy.Tenants;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The session cookie of a customer. It comes after the agents' own: who is both is an agent. */
@Component
@Order(30)
class CustomerSignIn extends CookieSignIn {

    static final SecretCookie COOKIE = new SecretCookie("lodge_portal");

    CustomerSignIn(CustomerSessions sessions) {
        super(COOKIE, request -> Tenants.bound().isPresent(), sessions::find, sessions::peek);
    }
}
