package dev.lodge.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Lets a browser in and out: a session with a new secret each time, and a cookie that carries it. */
@Component
class Entrance {

    private final Sessions sessions;
    private final SignInSettings settings;

    Entrance(Sessions sessions, SignInSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    void enter(long agentId, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        Secret secret = sessions.open(agentId, Client.of(request));
        BrowserSignIn.COOKIE.write(secret, settings.sessionLongest(), request, response);
    }

    void leave(HttpServletRequest request, HttpServletResponse response) {
        end(request);
        BrowserSignIn.COOKIE.clear(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\"");
    }

    private void end(HttpServletRequest request) {
        BrowserSignIn.COOKIE
                .read(request)
                .flatMap(sessions::find)
                .ifPresent(agent -> sessions.end(
                        agent.caller().agentId(), agent.credential().id()));
    }
}
