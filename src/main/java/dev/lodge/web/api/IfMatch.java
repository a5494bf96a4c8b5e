package dev.lodge.web.api;

import dev.lodge.problem.Invalid;
import dev.lodge.problem.StaleVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The request header {@code If-Match} (RFC 9110, 13.1.1); a handler takes one as a parameter. Weak tags never match
 * (strong comparison), {@code *} matches whatever exists, and no header at all asks nothing.
 */
public final class IfMatch implements LongPredicate {

    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(,|$)");
    private static final IfMatch ANY = new IfMatch(null);

    private final @Nullable List<String> tags;

    private IfMatch(@Nullable List<String> tags) {
        this.tags = tags;
    }

    /** @throws Invalid if the header is not a list of entity tags */
    public static IfMatch of(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return ANY;
        }
        var strong = new ArrayList<String>();
        var rest = TAG.matcher(header);
        int end = 0;
        while (end < header.length()) {
            if (!rest.find(end) || rest.start() != end) {
                throw new Invalid("If-Match", "web.invalid.if_match");
            }
            if (rest.group(1) == null) {
                strong.add(rest.group(2));
            }
            end = rest.end();
        }
        return new IfMatch(strong);
    }

    /** Whether a thing of this version is what the caller means. */
    @Override
    public boolean test(long version) {
        return tags == null || tags.contains(Long.toString(version));
    }

    /** @throws StaleVersion if a thing of this version is not what the caller means */
    public void require(long version) {
        StaleVersion.unless(test(version));
    }

    /** The value for {@code ResponseEntity.eTag}: the version in quotes. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }
}
