package dev.lodge.web.language;

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
        return new Phrase(PhraseReading.of(pattern), grammar);
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

    sealed interface Segment {
        void say(Values values, StringBuilder said);
    }

    record Literal(String text) implements Segment {
        @Override
        public void say(Values values, StringBuilder said) {
            said.append(text);
        }
    }

    record Value(int index) implements Segment {
        @Override
        public void say(Values values, StringBuilder said) {
            said.append(values.grouped(values.at(index)));
        }
    }

    record Plain(int index) implements Segment {
        @Override
        public void say(Values values, StringBuilder said) {
            Object value = values.at(index);
            said.append(value instanceof Number number ? values.grammar().plain(number) : value);
        }
    }

    record Counted() implements Segment {
        @Override
        public void say(Values values, StringBuilder said) {
            said.append(values.grouped(values.counted()));
        }
    }

    record Plural(int index, Map<Double, List<Segment>> exact, Map<String, List<Segment>> categories)
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

    record Select(int index, Map<String, List<Segment>> branches) implements Segment {
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
}
