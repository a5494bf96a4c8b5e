package dev.lodge.tickets.page;

import dev.lodge.accounts.AgentRef;
import dev.lodge.tickets.MentionNames;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds {@code @Priya} and {@code @Priya Raman} in safe HTML and lets them stand out. Only colleagues' names count. */
final class Mentions {

    /** For what customers read and write. */
    static final Mentions NONE = new Mentions(null);

    /** Tags are passed over whole: in what the sanitiser wrote, no attribute holds a bracket. */
    private static final String TAG = "<[^>]*>";

    private final @Nullable Pattern wanted;

    private Mentions(@Nullable Pattern wanted) {
        this.wanted = wanted;
    }

    static Mentions of(Collection<AgentRef> colleagues) {
        return MentionNames.pattern(colleagues)
                .map(names -> new Mentions(
                        Pattern.compile(TAG + "|" + names, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)))
                .orElse(NONE);
    }

    String marked(String safeHtml) {
        return wanted == null
                ? safeHtml
                : wanted.matcher(safeHtml)
                        .replaceAll(found -> found.group().startsWith("<")
                                ? Matcher.quoteReplacement(found.group())
                                : "<span class=\"l-mention\">" + Matcher.quoteReplacement(found.group()) + "</span>");
    }
}
