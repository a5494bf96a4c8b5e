package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.MESSAGE;
import static dev.lodge.schema.tenant.Tables.TICKET;

import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Finds tickets by words. Quotes, {@code or} and a minus sign mean what they mean in search engines; the word that is still being
 * typed also finds what begins with it. Any input is a search, none is an error.
 */
final class TicketSearch {

    private static final Pattern NUMBER = Pattern.compile("#?([0-9]{1,18})");

    /** The last word, if it is a plain one that no operator belongs to. */
    private static final Pattern UNFINISHED =
            Pattern.compile("(?s)(?<before>[^\"]*?)(?<![^\\s])(?<word>[\\p{L}\\p{N}]{2,})");

    private TicketSearch() {}

    static Condition matching(String text) {
        Field<Object> query = query(text);
        var found = DSL.select(TICKET.ID)
                .from(TICKET)
                .where(matches(TICKET.SEARCH, query))
                .union(DSL.select(MESSAGE.TICKET_ID).from(MESSAGE).where(matches(MESSAGE.SEARCH, query)));
        var number = NUMBER.matcher(text);
        return TICKET.ID.in(
                number.matches()
                        ? found.union(DSL.select(TICKET.ID)
                                .from(TICKET)
                                .where(TICKET.NUMBER.eq(Long.valueOf(number.group(1)))))
                        : found);
    }

    private static Condition matches(Field<?> vector, Field<Object> query) {
        return DSL.condition("{0} @@ {1}", vector, query);
    }

    private static Field<Object> query(String text) {
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
                || before.strip().toLowerCase(java.util.Locale.ROOT).matches("(?s)(.*\\s)?or");
    }
}
