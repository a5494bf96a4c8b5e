package dev.lodge.accounts.guard;

import dev.lodge.web.Framing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** What browsers are told about every answer. What a handler says about keeping its own answer stands. */
final class ProtectiveHeaders {

    static final String CONTENT_SECURITY_POLICY = policy("'none'");

    private static final String POLICY_IN_FRAMES = policy("'self'");

    private static String policy(String framedBy) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "font-src 'self'",
                "connect-src 'self'",
                // What is framed has to be open to it, and is otherwise closed.
                "frame-src 'self'",
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors " + framedBy);
    }

    private ProtectiveHeaders() {}

    static List<HeaderWriter> all() {
        return List.of(
                ProtectiveHeaders::framing,
                header("X-Content-Type-Options", "nosniff"),
                header("Referrer-Policy", "same-origin"),
                header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
                header("Cross-Origin-Opener-Policy", "same-origin"),
                header("Cross-Origin-Resource-Policy", "same-origin"),
                new CacheControlHeadersWriter(),
                // Written only when the request came over https.
                new HstsHeaderWriter());
    }

    private static void framing(HttpServletRequest request, HttpServletResponse response) {
        boolean open = Framing.isAllowed(request);
        setIfAbsent(response, "Content-Security-Policy", open ? POLICY_IN_FRAMES : CONTENT_SECURITY_POLICY);
        setIfAbsent(response, "X-Frame-Options", open ? "SAMEORIGIN" : "DENY");
    }

    private static void setIfAbsent(HttpServletResponse response, String name, String value) {
        if (!response.containsHeader(name)) {
            response.setHeader(name, value);
        }
    }

    private static HeaderWriter header(String name, String value) {
        return new StaticHeadersWriter(name, value);
    }
}
