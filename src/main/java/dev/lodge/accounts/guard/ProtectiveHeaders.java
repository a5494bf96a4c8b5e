package dev.lodge.accounts.guard;

import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** What browsers are told about every answer. What a handler says about keeping its own answer stands. */
final class ProtectiveHeaders {

    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            // What is framed says itself who may frame it, and is otherwise closed.
            "frame-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private ProtectiveHeaders() {}

    static List<HeaderWriter> all() {
        return List.of(
                header("Content-Security-Policy", CONTENT_SECURITY_POLICY),
                header("X-Content-Type-Options", "nosniff"),
                header("X-Frame-Options", "DENY"),
                header("Referrer-Policy", "same-origin"),
                header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
                header("Cross-Origin-Opener-Policy", "same-origin"),
                header("Cross-Origin-Resource-Policy", "same-origin"),
                new CacheControlHeadersWriter(),
                // Written only when the request came over https.
                new HstsHeaderWriter());
    }

    private static HeaderWriter header(String name, String value) {
        return new StaticHeadersWriter(name, value);
    }
}
