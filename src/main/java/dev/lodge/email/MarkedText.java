package dev.lodge.email;

import dev.lodge.problem.FieldErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with placeholders, in which each of these was replaced by one character that means nothing to Markdown.
 *
 * @param marked the text; the character {@code U+E000 + n} stands for the kind's placeholder number n
 * @param unknown names in double braces that the kind has no placeholder for
 * @param unclosed whether there are two opening braces without two closing ones
 */
record MarkedText(String marked, List<String> unknown, boolean unclosed, List<String> known) {

    private static final char FIRST = '\uE000';
    private static final int LONGEST_SHOWN = 60;

    static MarkedText of(MailKind kind, String text) {
        String rest = text.replaceAll("[\\uE000-\\uF8FF]", "");
        var marked = new StringBuilder();
        var unknown = new ArrayList<String>();
        boolean unclosed = false;
        for (int open = rest.indexOf("{{"); open >= 0; open = rest.indexOf("{{")) {
            int close = rest.indexOf("}}", open);
            if (close < 0) {
                unclosed = true;
                break;
            }
            String name = rest.substring(open + 2, close).strip();
            Optional<Placeholder> meant = kind.placeholder(name);
            marked.append(rest, 0, open);
            meant.ifPresentOrElse(
                    placeholder ->
                            marked.append((char) (FIRST + kind.placeholders().indexOf(placeholder))),
                    () -> unknown.add(OneLine.of(name, LONGEST_SHOWN)));
            rest = rest.substring(close + 2);
        }
        return new MarkedText(
                marked.append(rest).toString(),
                List.copyOf(unknown),
                unclosed,
                kind.placeholders().stream().map(Placeholder::name).toList());
    }

    static boolean isMark(char c) {
        return c >= FIRST && c <= '\uF8FF';
    }

    static boolean hasMark(String text) {
        return text.chars().anyMatch(c -> isMark((char) c));
    }

    /** The placeholder that a mark stands for. */
    static Placeholder meant(MailKind kind, char mark) {
        return kind.placeholders().get(mark - FIRST);
    }

    /** Whether a placeholder in it stands for an address that people follow. */
    boolean hasLink(MailKind kind) {
        return marked.chars()
                .filter(c -> isMark((char) c))
                .anyMatch(c -> meant(kind, (char) c).link());
    }

    FieldErrors errors(String field) {
        FieldErrors errors = FieldErrors.none();
        for (String name : unknown) {
            errors = errors.and(field, "email.invalid.placeholder", name, String.join(", ", known));
        }
        return unclosed ? errors.and(field, "email.invalid.unclosed") : errors;
    }
}
