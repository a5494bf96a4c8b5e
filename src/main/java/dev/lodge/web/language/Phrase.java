package dev.lodge.web.language;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ApostropheMode;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A text of a bundle, read once. ICU reads the pattern; its own MessageFormat then is not safe for use by several threads and looks up
 * formats on each call, so what was read is kept here as parts that never change.
 *
 * <p>Of ICU's patterns it takes {@code {0}}, {@code {0,number}}, {@code {0,number,#}}, {@code {0,plural,…}} and {@code {0,select,…}}.
 */
final class Phrase {

    private final List<Segment> segments;
    private final Grammar grammar;

    private Phrase(List<Segment> segments, Grammar grammar) {
        this.segments = segments;
        this.grammar = grammar;
    }

    /** @throws IllegalArgumentException for what is no pattern, or one that is not taken here */
    static Phrase read(String pattern, Grammar grammar) {
        return new Phrase(new Reading(pattern).whole(), grammar);
    }

    /** @throws IllegalArgumentException when a value is missing */
    String with(@Nullable Object... values) {
        if (segments.size() == 1 && segments.getFirst() instanceof Literal(String text)) {
            return text;
        }
        var said = new StringBuilder();
        say(segments, new Values(values, grammar, null), said);
        return said.toString();
    }

    /** The numbers of the values that stand in it somewhere. */
    Set<Integer> values() {
        var found = new TreeSet<Integer>();
        collect(segments, found);
        return found;
    }

    private static void collect(List<Segment> segments, Set<Integer> found) {
        for (Segment segment : segments) {
            switch (segment) {
                case Literal literal -> {}
                case Counted counted -> {}
                case Value value -> found.add(value.index());
                case Plain value -> found.add(value.index());
                case Plural plural -> {
                    found.add(plural.index());
                    plural.exact().values().forEach(branch -> collect(branch, found));
                    plural.categories().values().forEach(branch -> collect(branch, found));
                }
                case Select select -> {
                    found.add(select.index());
                    select.branches().values().forEach(branch -> collect(branch, found));
                }
            }
        }
    }

    private static void say(List<Segment> segments, Values values, StringBuilder said) {
        segments.forEach(segment -> segment.say(values, said));
    }

    /** @param counted what {@code #} stands for within a plural */
    private record Values(
            @Nullable Object[] given,
            Grammar grammar,
            @Nullable Object counted) {

        @Nullable
        Object at(int index) {
            if (index >= given.length) {
                throw new IllegalArgumentException("A text wants the value {" + index + "}, which is not there.");
            }
            return given[index];
        }

        Values counting(@Nullable Object value) {
            return new Values(given, grammar, value);
        }

        @Nullable
        Object grouped(@Nullable Object value) {
            return value instanceof Number number ? grammar.grouped(number) : value;
        }
    }

    private sealed interface Segment {
        void say(Values values, StringBuilder said);
    }

    private record Literal(String text) implements Segment {
        @Override
        public void say(Values values, StringBuilder said) {
            said.append(text);
        }
    }

    private record Value(int index) implements Segment {
        @Override
        public void say(Values values, StringBuilder said) {
            said.append(values.grouped(values.at(index)));
        }
    }

    private record Plain(int index) implements Segment {
        @Override
        public void say(Values values, StringBuilder said) {
            Object value = values.at(index);
            said.append(value instanceof Number number ? values.grammar().plain(number) : value);
        }
    }

    private record Counted() implements Segment {
        @Override
        public void say(Values values, StringBuilder said) {
            said.append(values.grouped(values.counted()));
        }
    }

    private record Plural(int index, Map<Double, List<Segment>> exact, Map<String, List<Segment>> categories)
            implements Segment {
        @Override
        public void say(Values values, StringBuilder said) {
            Object value = values.at(index);
            Phrase.say(branch(value, values.grammar()), values.counting(value), said);
        }

        /** A number that came as text already is not counted. */
        private List<Segment> branch(@Nullable Object value, Grammar grammar) {
            if (!(value instanceof Number number)) {
                return other(categories);
            }
            List<Segment> meant = exact.get(number.doubleValue());
            return meant != null ? meant : categories.getOrDefault(grammar.category(number), other(categories));
        }
    }

    private record Select(int index, Map<String, List<Segment>> branches) implements Segment {
        @Override
        public void say(Values values, StringBuilder said) {
            List<Segment> branch = branches.get(String.valueOf(values.at(index)));
            Phrase.say(branch == null ? other(branches) : branch, values, said);
        }
    }

    /** ICU refuses patterns without it. */
    private static List<Segment> other(Map<String, List<Segment>> branches) {
        return branches.getOrDefault("other", List.of());
    }

    /** Turns the parts that ICU found into segments. */
    private static final class Reading {

        private final String pattern;
        private final MessagePattern parts;
        private int at;

        Reading(String pattern) {
            this.pattern = pattern;
            // A single apostrophe is one, unless it stands before a brace.
            this.parts = new MessagePattern(ApostropheMode.DOUBLE_OPTIONAL).parse(pattern);
        }

        List<Segment> whole() {
            return message();
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
}
