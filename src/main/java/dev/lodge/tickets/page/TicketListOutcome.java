package dev.lodge.tickets.page;

import dev.lodge.problem.Message;
import java.util.List;

/**
 * What became of a change to a selection.
 *
 * @param said about those that changed
 * @param refused those that did not
 * @param list where the list was
 */
public record TicketListOutcome(int changed, Message said, List<Refused> refused, String list) {

    /** One ticket that did not change, and why. */
    public record Refused(long number, Message reason) {}

    /** How many were selected. */
    public int asked() {
        return changed + refused.size();
    }
}
