package dev.lodge.email;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something to be said to somebody by mail, in the name of the tenant in force.
 *
 * @param kind the name of a declared {@link MailKind}
 * @param values plain text for the kind's placeholders, never HTML or Markdown; a missing one is empty. Line breaks are kept in the
 *     body and become spaces in the subject
 * @param ticket the id of the ticket that it is about, so that mail programs show all mails of one ticket as one conversation
 * @param automatic whether no person wrote it: it is marked so, and well-behaved programs do not answer it
 */
public record Mail(
        String kind,
        Addressee to,
        Map<String, String> values,
        @Nullable Long ticket,
        boolean automatic) {

    public Mail {
        values = Map.copyOf(values);
    }

    /** An automatic mail that is about no ticket. */
    public static Mail automatic(String kind, Addressee to, Map<String, String> values) {
        return new Mail(kind, to, values, null, true);
    }

    /** The same as part of a ticket's conversation. */
    public Mail about(long ticketId) {
        return new Mail(kind, to, values, ticketId, automatic);
    }

    /** The same as what a person wrote. */
    public Mail written() {
        return new Mail(kind, to, values, ticket, false);
    }
}
