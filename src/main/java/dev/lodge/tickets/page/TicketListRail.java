package dev.lodge.tickets.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.tickets.TicketLists;
import dev.lodge.web.Place;
import dev.lodge.web.RailCounts;
import java.util.Map;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The numbers beside the lists in the rail. */
@Component
class TicketListRail implements RailCounts {

    private final TicketLists lists;

    TicketListRail(TicketLists lists) {
        this.lists = lists;
    }

    @Override
    public Map<Place, Long> counts() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null
                || !(signedIn.getPrincipal() instanceof Caller caller)
                || !caller.may(Permission.TICKET_READ)) {
            return Map.of();
        }
        var numbers = lists.rail(caller);
        return Map.of(
                Place.MINE, numbers.mine(),
                Place.UNASSIGNED, numbers.unassigned(),
                Place.MY_TEAMS, numbers.myTeams(),
                Place.ALL_OPEN, numbers.allOpen(),
                Place.OVERDUE, numbers.overdue(),
                Place.PENDING, numbers.pending());
    }
}
