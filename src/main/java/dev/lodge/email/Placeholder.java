package dev.lodge.email;

import java.util.regex.Pattern;

/**
 * Something that a template names as {@code {{name}}} and each mail fills in.
 *
 * @param name lower case with underscores
 * @param sample what a preview shows in its place
 * @param link whether the value is an address that people follow, {@code http} or {@code https}; only such a placeholder can be the
 *     target of a link: {@code [Open the ticket]({{ticket_url}})}
 */
public record Placeholder(String name, String sample, boolean link) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{0,39}");

    public Placeholder {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a placeholder's name: " + name);
        }
    }

    public static Placeholder text(String name, String sample) {
        return new Placeholder(name, sample, false);
    }

    public static Placeholder link(String name, String sample) {
        return new Placeholder(name, sample, true);
    }
}
