package dev.lodge.customers;

import dev.lodge.accounts.Caller;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What customers have asked, answered by the module that keeps tickets, as far as the caller may see it. */
public interface CustomerTickets {

    /** How many tickets each of these customers has; one without any is left out. */
    Map<Long, Long> counts(Caller caller, Collection<Long> customers);

    /** The newest tickets of one customer. */
    Newest newest(Caller caller, long customer);

    /**
     * The newest, and how many there are in all.
     *
     * @param tickets at most ten
     */
    record Newest(long count, List<Line> tickets) {}

    /**
     * One ticket in a line.
     *
     * @param status as in data: {@code on_hold}
     */
    record Line(long number, String subject, String status, Instant createdAt) {}
}
