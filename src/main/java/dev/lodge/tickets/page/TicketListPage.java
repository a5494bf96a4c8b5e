package dev.lodge.tickets.page;

import dev.lodge.accounts.AgentRef;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.TeamRef;
import dev.lodge.customers.CustomerRef;
import dev.lodge.tickets.TicketRow;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.web.Paging;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the ticket list shows. */
public record TicketListPage(
        TicketListAddress address,
        Caller caller,
        List<TicketListGroup> groups,
        Paging paging,
        Names names,
        Empty empty) {

    /** What can be sorted by, as in addresses, and the keys of its names. */
    public static final Map<String, String> ORDERINGS = orderings();

    /**
     * Whom and what filters and changes can name.
     *
     * @param customer whom the list is filtered by, or null
     */
    public record Names(
            List<AgentRef> agents,
            List<TeamRef> teams,
            @Nullable CustomerRef customer) {}

    /**
     * Why there is nothing.
     *
     * @param next the ticket whose time runs out next, when nothing is overdue
     */
    public record Empty(TicketListEmptiness why, @Nullable TicketRow next) {}

    public boolean may(Permission permission) {
        return caller.may(permission);
    }

    /** Whether rows can be selected at all. */
    public boolean selectable() {
        return caller.may(Permission.TICKET_UPDATE);
    }

    /** What a selection can be set to by hand. */
    public static List<TicketStatus> reachable() {
        return List.of(TicketStatus.OPEN, TicketStatus.PENDING, TicketStatus.ON_HOLD, TicketStatus.SOLVED);
    }

    private static Map<String, String> orderings() {
        var orderings = new LinkedHashMap<String, String>();
        orderings.put("due_at", "due");
        orderings.put("-updated_at", "updated");
        orderings.put("-created_at", "newest");
        orderings.put("created_at", "oldest");
        orderings.put("-priority", "priority");
        return Collections.unmodifiableMap(orderings);
    }
}
