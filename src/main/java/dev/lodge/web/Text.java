package dev.lodge.web;

import dev.lodge.problem.Message;
import java.text.ListFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSourceResolvable;

/** Texts of the message bundles in the reader's language; only while a page is rendered. */
public final class Text {

    private Text() {}

    /** A number with the reader's separators: {@code 12,500}. In templates: {@code @import static dev.lodge.web.Text.number}. */
    public static String number(long number) {
        return Viewing.current().text("web.as_is", number);
    }

    /** Texts as one list in the reader's language: {@code a, b and c}. */
    public static String list(List<String> parts) {
        var language = Viewing.current().language().locale();
        return parts.isEmpty()
                ? ""
                : ListFormat.getInstance(language, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                        .format(parts);
    }

    /** The reader's language, for what the JDK names: days, months, countries, languages. */
    public static Locale locale() {
        return Viewing.current().language().locale();
    }

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

    /** A value that says itself in each language, such as a size. */
    public static String text(MessageSourceResolvable value) {
        return Viewing.current().text(value);
    }
}
