package dev.lodge.email;

import java.time.Instant;
import java.util.List;

/**
 * A mail that nobody sent, because there was no server.
 *
 * @param headers name and value of each, as they would go out
 * @param html a whole document, for {@link MailFrame}
 */
public record KeptMail(long id, String subject, Instant createdAt, List<Header> headers, String text, String html) {

    /** One line of the head. */
    public record Header(String name, String value) {}
}
