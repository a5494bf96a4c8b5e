package dev.lodge.tickets.page;

import dev.lodge.problem.Invalid;
import dev.lodge.web.api.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tickets that were ticked in a list, each as it was when the list was shown. */
record TicketListSelection(List<Picked> tickets) {

    private static final int MOST = 100;

    /** One of them, written {@code 4812:7}. */
    record Picked(long number, long version) {

        private static Picked of(String written) {
            int colon = written.indexOf(':');
            if (colon < 0) {
                throw new Invalid("ticket", "ticketlist.invalid.ticket");
            }
            return new Picked(
                    Values.id("ticket", written.substring(0, colon)),
                    Values.id("ticket", written.substring(colon + 1)));
        }

        boolean isOfVersion(long found) {
            return found == version;
        }
    }

    /** @throws Invalid if nothing is ticked, too much, or something else than tickets */
    static TicketListSelection of(@Nullable List<String> written) {
        if (written == null || written.isEmpty()) {
            throw new Invalid("ticket", "ticketlist.invalid.nothing_selected");
        }
        if (written.size() > MOST) {
            throw new Invalid("ticket", "ticketlist.invalid.too_many", MOST);
        }
        return new TicketListSelection(
                written.stream().distinct().map(Picked::of).toList());
    }
}
