package dev.lodge.tickets.page;

import dev.lodge.web.Html;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bar below a list sends. Of the changes only the one whose button was pressed is there.
 *
 * @param ticket those ticked, each with its version: {@code 4812:7}
 * @param assignee an agent's id, or {@code none}
 * @param team a team's id, or {@code none}
 * @param tags {@code add} or {@code remove}
 * @param tag what is to be added or removed
 * @param back the list, to return to
 */
record TicketListBulkForm(
        @Nullable List<String> ticket,
        @Nullable String assignee,
        @Nullable String status,
        @Nullable String priority,
        @Nullable String team,
        @Nullable String tags,
        @Nullable String tag,
        @Nullable String back) {

    /** Where the list was; never another page. */
    String list() {
        if (back == null || !Html.isOfThisHost(back)) {
            return TicketListAddress.PATH;
        }
        boolean isList = back.equals(TicketListAddress.PATH) || back.startsWith(TicketListAddress.PATH + "?");
        return isList ? back : TicketListAddress.PATH;
    }
}
