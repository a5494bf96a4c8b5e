package dev.lodge.web;

import dev.lodge.problem.Message;

/** Texts of the message bundles in the reader's language; only while a page is rendered. */
public final class Text {

    private Text() {}

    /**
     * The text of a key. In templates: {@code @import static dev.lodge.web.Text.text}.
     *
     * @throws org.springframework.context.NoSuchMessageException if no bundle has the key
     */
    public static String text(String key, Object... arguments) {
        return Viewing.current().text(key, arguments);
    }

    public static String text(Message message) {
        return Viewing.current().text(message.key(), message.arguments().toArray());
    }
}
