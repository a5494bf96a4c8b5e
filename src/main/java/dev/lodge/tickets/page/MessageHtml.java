package dev.lodge.tickets.page;

import dev.lodge.tickets.Markdown;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message ready to be shown: safe HTML, with the quoted history at its end apart, to be folded.
 *
 * @param html what was written
 * @param quoted what was quoted below it, or null
 * @param quotedLines how many lines that was
 */
public record MessageHtml(String html, @Nullable String quoted, int quotedLines) {

    private static final int WORTH_FOLDING = 2;
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?iu)^\\s*(on|am|le|el|il|den|op)\\b.{4,200}\\b(wrote|schrieb|écrit|escribió|scritto|skrev|schreef)\\b.{0,80}:\\s*$");
    private static final Pattern ORIGINAL =
            Pattern.compile("(?iu)^\\s*-{3,}\\s*(original message|forwarded message)\\s*-{3,}\\s*$");

    static MessageHtml of(String markdown, Mentions mentions) {
        var lines = markdown.stripTrailing().split("\n", -1);
        int cut = beginningOfQuote(lines);
        if (cut <= 0 || lines.length - cut < WORTH_FOLDING || isBlank(lines, cut)) {
            return new MessageHtml(mentions.marked(Markdown.toHtml(markdown)), null, 0);
        }
        var quoted = Arrays.stream(lines, cut, lines.length)
                .map(MessageHtml::unquoted)
                .collect(Collectors.joining("\n"));
        var said = String.join("\n", List.of(lines).subList(0, cut));
        return new MessageHtml(mentions.marked(Markdown.toHtml(said)), Markdown.toHtml(quoted), lines.length - cut);
    }

    /** Index of the first line of the history that a mail program put below the answer; the number of lines if there is none. */
    private static int beginningOfQuote(String[] lines) {
        for (int i = 0; i < lines.length; i++) {
            if (ORIGINAL.matcher(lines[i]).matches()) {
                return i;
            }
        }
        int first = lines.length;
        for (int i = lines.length - 1; i >= 0 && (lines[i].startsWith(">") || lines[i].isBlank()); i--) {
            if (lines[i].startsWith(">")) {
                first = i;
            }
        }
        int above = first - 1;
        while (above > 0 && lines[above].isBlank()) {
            above--;
        }
        return first < lines.length
                        && above >= 0
                        && ATTRIBUTION.matcher(lines[above]).matches()
                ? above
                : first;
    }

    private static boolean isBlank(String[] lines, int end) {
        return Arrays.stream(lines, 0, end).allMatch(String::isBlank);
    }

    private static String unquoted(String line) {
        return line.startsWith("> ") ? line.substring(2) : line.startsWith(">") ? line.substring(1) : line;
    }
}
