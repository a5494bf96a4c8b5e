package dev.lodge.portal;

import dev.lodge.accounts.Client;
import dev.lodge.accounts.Secret;
import dev.lodge.accounts.SignInSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Lets a customer's browser in and out: a session with a new secret each time, and a cookie that carries it. */
@Component
public class CustomerDoor {

    private final CustomerSessions sessions;
    private final SignInSettings settings;

    CustomerDoor(CustomerSessions sessions, SignInSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    /** Whoever was signed in with this browser is so no more. */
    public void enter(long customerId, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        Secret secret = sessions.open(customerId, Client.of(request));
        CustomerSignIn.COOKIE.write(secret, settings.sessionLongest(), request, response);
    }

    public void leave(HttpServletRequest request, HttpServletResponse response) {
        end(request);
        CustomerSignIn.COOKIE.clear(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\"");
    }

    private void end(HttpServletRequest request) {
        CustomerSignIn.COOKIE
                .read(request)
                .flatMap(sessions::peek)
                .ifPresent(customer -> sessions.end(customer, customer.session().id()));
    }
}
