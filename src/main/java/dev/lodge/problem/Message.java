package dev.lodge.problem;

import java.util.List;

/**
 * A sentence by its key in the message bundles, with the values that stand in it.
 *
 * @param key the key, for example {@code tickets.closed_is_final}
 * @param arguments values for {@code {0}}, {@code {1}}, …; numbers are grouped by locale, so pass a ticket's number as text
 */
public record Message(String key, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** A text that is already in the reader's language, such as one from Jakarta Validation. */
    public static Message asIs(String text) {
        return of("web.as_is", text);
    }
}
