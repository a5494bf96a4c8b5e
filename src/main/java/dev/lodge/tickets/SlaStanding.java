package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.TICKET;

import java.time.Instant;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * How tickets stand with their service level. A row says what acts made of it; that a target was missed since then the time tells, so that
 * nothing has to be written at the moment when it happens. A row is running, with the due date of a clock, until somebody acts; it is
 * read as breached once that date has passed. A date set by hand says nothing about a clock: such a row is written when its clock is
 * breached.
 */
final class SlaStanding {

    private static final String RUNNING = "running";
    private static final String BREACHED = "breached";

    /** The due date is a clock's. */
    private static final Condition BY_CLOCK = TICKET.DUE_SINCE.isNotNull();

    private SlaStanding() {}

    /** What a row keeps of what clocks say. */
    static Field<String> kept(Field<String> said, Field<Instant> due) {
        var toldByTime = said.eq(DSL.inline(BREACHED)).and(due.isNotNull()).andNot(TICKET.DUE_BY_HAND);
        return DSL.when(toldByTime, DSL.inline(RUNNING)).otherwise(said);
    }

    /** The same of a ticket whose due date is no hand's. */
    static @Nullable String kept(@Nullable String said, @Nullable Instant due) {
        return BREACHED.equals(said) && due != null ? RUNNING : said;
    }

    /** @param since null for a due date set by hand */
    static @Nullable String at(Instant now, @Nullable String kept, @Nullable Instant due, @Nullable Instant since) {
        boolean missed = RUNNING.equals(kept) && since != null && due != null && due.isBefore(now);
        return missed ? BREACHED : kept;
    }

    /** The tickets that stand so at a moment. @param words any of {@link TicketFilter#SLA_STATUSES} */
    static Condition in(Collection<String> words, Instant now) {
        var missed = BY_CLOCK.and(TICKET.DUE_AT.lt(now));
        return DSL.or(words.stream()
                .sorted()
                .map(word -> switch (word) {
                    case RUNNING -> isKept(RUNNING).andNot(missed);
                    case BREACHED -> isKept(BREACHED).or(isKept(RUNNING).and(missed));
                    default -> isKept(word);
                })
                .toList());
    }

    private static Condition isKept(String word) {
        return TICKET.SLA_STATUS.eq(DSL.inline(word));
    }
}
