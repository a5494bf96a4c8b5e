package dev.lodge.email;

import org.springframework.stereotype.Component;

/** Where mail goes out. */
@Component
public class Outbox {

    /**
     * Writes a mail from its template and stores it within the tenant's transaction under way; it is sent soon after the commit, and
     * never if that does not come. Without a mail server it is kept.
     *
     * @throws IllegalArgumentException when nobody declared the kind
     */
    public void send(Mail mail) {}
}
