package dev.lodge.web.language;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ApostropheMode;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import dev.lodge.web.language.Phrase.Counted;
import dev.lodge.web.language.Phrase.Literal;
import dev.lodge.web.language.Phrase.Plain;
import dev.lodge.web.language.Phrase.Plural;
import dev.lodge.web.language.Phrase.Segment;
import dev.lodge.web.language.Phrase.Select;
import dev.lodge.web.language.Phrase.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pattern while it is read: turns the parts that ICU finds in it into segments. */
final class PhraseReading {

    private final String pattern;
    private final MessagePattern parts;
    private int at;

    private PhraseReading(String pattern) {
        this.pattern = pattern;
        // A single apostrophe is one, unless it stands before a brace.
        this.parts = new MessagePattern(ApostropheMode.DOUBLE_OPTIONAL).parse(pattern);
    }

    /** @throws IllegalArgumentException for what is no pattern, or one that is not taken here */
    static List<Segment> of(String pattern) {
        return new PhraseReading(pattern).message();
    }

    /** From a MSG_START to its MSG_LIMIT, and past it. */
    private List<Segment> message() {
        var segments = new ArrayList<Segment>();
        var text = new StringBuilder();
        int from = parts.getPart(at++).getLimit();
        while (true) {
            Part part = parts.getPart(at);
            text.append(pattern, from, part.getIndex());
            from = part.getLimit();
            switch (part.getType()) {
                case MSG_LIMIT -> {
                    at++;
                    flush(text, segments);
                    return List.copyOf(segments);
                }
                case ARG_START -> {
                    flush(text, segments);
                    from = parts.getPart(parts.getLimitPartIndex(at)).getLimit();
                    segments.add(argument());
                }
                case REPLACE_NUMBER -> {
                    flush(text, segments);
                    segments.add(new Counted());
                    at++;
                }
                default -> at++;
            }
        }
    }

    private static void flush(StringBuilder text, List<Segment> segments) {
        if (!text.isEmpty()) {
            segments.add(new Literal(text.toString()));
            text.setLength(0);
        }
    }

    /** From an ARG_START past its ARG_LIMIT. */
    private Segment argument() {
        ArgType kind = parts.getPart(at).getArgType();
        int limit = parts.getLimitPartIndex(at);
        Part name = parts.getPart(++at);
        if (name.getType() != Part.Type.ARG_NUMBER) {
            throw new IllegalArgumentException("Values are numbered, unlike in: " + pattern);
        }
        int index = name.getValue();
        at++;
        Segment segment = switch (kind) {
            case NONE -> new Value(index);
            case SIMPLE -> number(index, limit);
            case PLURAL -> plural(index, limit);
            case SELECT -> new Select(index, branches(limit, new LinkedHashMap<>()));
            default -> throw new IllegalArgumentException("Not taken here: " + pattern);
        };
        at = limit + 1;
        return segment;
    }

    private Segment number(int index, int limit) {
        boolean plain = parts.getPart(limit - 1).getType() == Part.Type.ARG_STYLE;
        boolean isNumber = parts.partSubstringMatches(parts.getPart(at), "number");
        if (!isNumber || plain && !parts.partSubstringMatches(parts.getPart(limit - 1), "#")) {
            throw new IllegalArgumentException("Not taken here: " + pattern);
        }
        return plain ? new Plain(index) : new Value(index);
    }

    private Segment plural(int index, int limit) {
        if (parts.getPluralOffset(at) != 0) {
            throw new IllegalArgumentException("No offsets here: " + pattern);
        }
        var exact = new LinkedHashMap<Double, List<Segment>>();
        return new Plural(index, exact, branches(limit, exact));
    }

    /** Each selector with its message; those for exact numbers go into a map of their own. */
    private Map<String, List<Segment>> branches(int limit, Map<Double, List<Segment>> exact) {
        var named = new LinkedHashMap<String, List<Segment>>();
        while (at < limit) {
            Part selector = parts.getPart(at++);
            Part next = parts.getPart(at);
            if (next.getType().hasNumericValue()) {
                at++;
                exact.put(parts.getNumericValue(next), message());
            } else {
                named.put(parts.getSubstring(selector), message());
            }
        }
        return named;
    }
}
