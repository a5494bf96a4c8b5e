package dev.lodge.tickets.page;

import dev.lodge.web.Place;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a list has nothing to show, and where to go from there. */
public enum TicketListEmptiness {
    /** It has something to show. */
    NOT(null),
    /** This page is after the last. */
    BEYOND(null),
    /** Nobody ever asked anything that the caller may see. */
    DESK("/tickets/new"),
    ALL_OPEN("/tickets?status=solved"),
    MINE("/tickets?assignee=none"),
    UNASSIGNED("/tickets?assignee=me"),
    MY_TEAMS("/tickets"),
    /** The caller is in no team. */
    NO_TEAMS("/tickets"),
    OVERDUE("/tickets?assignee=none"),
    PENDING("/tickets"),
    SOLVED("/tickets"),
    SEARCH("/tickets"),
    FILTERS("/tickets");

    private final @Nullable String onward;

    TicketListEmptiness(@Nullable String onward) {
        this.onward = onward;
    }

    static TicketListEmptiness of(@Nullable Place place) {
        return switch (place) {
            case MINE -> MINE;
            case UNASSIGNED -> UNASSIGNED;
            case MY_TEAMS -> MY_TEAMS;
            case ALL_OPEN -> ALL_OPEN;
            case OVERDUE -> OVERDUE;
            case PENDING -> PENDING;
            case SOLVED -> SOLVED;
            case null, default -> FILTERS;
        };
    }

    /** The address that its button leads to; null for one that depends on the list. */
    public @Nullable String onward() {
        return onward;
    }

    /** As in keys of texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
