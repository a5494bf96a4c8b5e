package dev.lodge.email;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The HTML of a mail, for a frame in a page of ours. It has styles of its own, so it gets a policy of its own, under which nothing runs,
 * nothing is fetched, nothing is sent and no link leads anywhere; and only pages of the same host may frame it.
 */
public final class MailFrame {

    private static final String POLICY = String.join(
            "; ",
            "sandbox",
            "default-src 'none'",
            "style-src 'unsafe-inline'",
            "form-action 'none'",
            "base-uri 'none'",
            "frame-ancestors 'self'");

    private MailFrame() {}

    public static ResponseEntity<String> of(String html) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=utf-8"))
                .header("Content-Security-Policy", POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(html);
    }
}
