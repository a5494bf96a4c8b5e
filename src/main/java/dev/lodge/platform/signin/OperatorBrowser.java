package dev.lodge.platform.signin;

import dev.lodge.accounts.CookieSignIn;
import dev.lodge.accounts.SecretCookie;
import dev.lodge.tenancy.Sites;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The session cookie of an operator. No page of the platform asks by itself, so each request is one that somebody made. */
@Component
@Order(30)
class OperatorBrowser extends CookieSignIn {

    static final SecretCookie COOKIE = new SecretCookie("lodge_operator");

    OperatorBrowser(OperatorSessions sessions) {
        super(COOKIE, Sites::isPlatform, sessions::find, sessions::find);
    }
}
