package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.TICKET;

import java.util.List;
import org.jooq.Field;
import org.jooq.OrderField;

/**
 * The order of a list. Ties go by id, in the same direction, so that no ticket is on two pages; tickets without a due date come last
 * either way. Each order has an index.
 *
 * @param by a name of the API: {@code created_at}, {@code updated_at}, {@code due_at}, {@code priority}, {@code number}, {@code status}
 */
public record TicketOrder(String by, boolean descending) {

    /** The newest first. */
    public static final TicketOrder NEWEST = new TicketOrder("created_at", true);

    /** What is due soonest first. */
    public static final TicketOrder DUE = new TicketOrder("due_at", false);

    public TicketOrder {
        column(by);
    }

    /** As it is written in a query: {@code -created_at}. */
    public static TicketOrder of(String written) {
        return written.startsWith("-") ? new TicketOrder(written.substring(1), true) : new TicketOrder(written, false);
    }

    List<OrderField<?>> fields() {
        Field<?> column = column(by);
        if (by.equals("number")) {
            return List.of(descending ? TICKET.NUMBER.desc() : TICKET.NUMBER.asc());
        }
        if (!descending) {
            return List.of(column.asc(), TICKET.ID.asc());
        }
        return List.of(by.equals("due_at") ? column.desc().nullsLast() : column.desc(), TICKET.ID.desc());
    }

    private static Field<?> column(String by) {
        return switch (by) {
            case "created_at" -> TICKET.CREATED_AT;
            case "updated_at" -> TICKET.UPDATED_AT;
            case "due_at" -> TICKET.DUE_AT;
            case "priority" -> TICKET.URGENCY;
            case "number" -> TICKET.NUMBER;
            case "status" -> TICKET.STAGE;
            default -> throw new IllegalArgumentException("Tickets cannot be ordered by " + by);
        };
    }
}
