package dev.lodge.notifications;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.web.Place;
import dev.lodge.web.RailCounts;
import java.util.Map;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The number at the bell. */
@Component
class BellCount implements RailCounts {

    private final Inbox inbox;

    BellCount(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Map<Place, Long> counts() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null
                        && signedIn.getPrincipal() instanceof Caller caller
                        && caller.may(Permission.TICKET_READ)
                ? Map.of(Place.NOTIFICATIONS, inbox.unread(caller))
                : Map.of();
    }
}
