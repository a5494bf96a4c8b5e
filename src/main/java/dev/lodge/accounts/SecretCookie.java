package dev.lodge.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * A cookie of one host that scripts cannot read. Over https its name begins with {@code __Host-}, so that no neighbouring host can
 * plant it (RFC 6265bis, 4.1.3.2).
 */
public record SecretCookie(String name) {

    /** The value sent; empty when the cookie is missing or cannot be one of ours. */
    public Optional<Secret> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, nameFor(request)))
                .flatMap(cookie -> Secret.of(cookie.getValue()));
    }

    /** @param age how long the browser keeps it */
    public void write(Secret secret, Duration age, HttpServletRequest request, HttpServletResponse response) {
        send(secret.text(), age, request, response);
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        send("", Duration.ZERO, request, response);
    }

    private void send(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(nameFor(request), value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String nameFor(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }
}
