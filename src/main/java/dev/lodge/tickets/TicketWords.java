package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.MESSAGE;
import static dev.lodge.schema.tenant.Tables.TICKET;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * What somebody typed, as conditions on tickets and messages. Quotes, {@code or} and a minus sign mean what they mean in search engines;
 * the word that is still being typed also finds what begins with it. Any input is a search, none is an error.
 */
record TicketWords(String text) {

    private static final Pattern NUMBER = Pattern.compile("#?([0-9]{1,18})");

    /** The last word, if it is a plain one that no operator belongs to. */
    private static final Pattern UNFINISHED =
            Pattern.compile("(?s)(?<before>[^\"]*?)(?<![^\\s])(?<word>[\\p{L}\\p{N}]{2,})");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Shorter words resemble too many. */
    private static final int SHORTEST_MISTYPED = 4;

    private static final int MOST_MISTYPED = 12;

    /** The ticket's number, if it is one. */
    Optional<Long> number() {
        var number = NUMBER.matcher(text);
        return number.matches() ? Optional.of(Long.valueOf(number.group(1))) : Optional.empty();
    }

    /** On {@code ticket}: subject, description or a message has the words, or they are its number. */
    Condition anywhere() {
        var found = DSL.select(TICKET.ID)
                .from(TICKET)
                .where(isIn(TICKET.SEARCH))
                .union(DSL.select(MESSAGE.TICKET_ID).from(MESSAGE).where(isIn(MESSAGE.SEARCH)));
        return TICKET.ID.in(number().map(
                        number -> found.union(DSL.select(TICKET.ID).from(TICKET).where(TICKET.NUMBER.eq(number))))
                .orElse(found));
    }

    Condition isIn(Field<?> vector) {
        return DSL.condition("{0} @@ {1}", vector, query());
    }

    /** How well they stand there: the subject above the description, this above messages. */
    Field<Float> rank(Field<?> vector) {
        return DSL.field("ts_rank_cd('{0.1, 0.2, 0.5, 1.0}', {0}, {1})", Float.class, vector, query());
    }

    Field<Object> query() {
        var unfinished = UNFINISHED.matcher(text);
        if (!unfinished.matches() || endsInOperator(unfinished.group("before"), unfinished.group("word"))) {
            return DSL.field("websearch_to_tsquery('simple', {0})", DSL.val(text));
        }
        return DSL.field(
                "(websearch_to_tsquery('simple', {0}) && to_tsquery('simple', {1}))",
                DSL.val(unfinished.group("before")), DSL.val("'" + unfinished.group("word") + "':*"));
    }

    private static boolean endsInOperator(String before, String word) {
        return word.equalsIgnoreCase("or")
                || before.strip().toLowerCase(Locale.ROOT).matches("(?s)(.*\\s)?or");
    }

    /** On {@code ticket}: each word of some length is like one of the subject, or stands in it or the description. */
    Condition resemble() {
        var mistyped = mistyped();
        return mistyped.isEmpty()
                ? DSL.falseCondition()
                : DSL.and(mistyped.stream()
                        .map(word -> DSL.condition("{0} operator(extensions.%>) {1}", TICKET.SUBJECT, DSL.val(word))
                                .or(new TicketWords(word).isIn(TICKET.SEARCH)))
                        .toList());
    }

    Field<Float> likeness() {
        return mistyped().stream()
                .map(word ->
                        DSL.field("extensions.word_similarity({0}, {1})", Float.class, DSL.val(word), TICKET.SUBJECT))
                .reduce((one, other) -> one.plus(other))
                .orElse(DSL.inline(0f));
    }

    private List<String> mistyped() {
        return Stream.of(BETWEEN_WORDS.split(text))
                .filter(word -> word.length() >= SHORTEST_MISTYPED)
                .distinct()
                .limit(MOST_MISTYPED)
                .toList();
    }
}
