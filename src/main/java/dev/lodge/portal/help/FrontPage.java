package dev.lodge.portal.help;

import dev.lodge.accounts.SignedIn;
import dev.lodge.portal.SignedInCustomer;
import dev.lodge.tickets.RequestLists;
import dev.lodge.tickets.RequestRow;
import dev.lodge.web.Html;
import dev.lodge.web.StartPage;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The front of the help center. */
@Component
class FrontPage implements StartPage {

    private static final int NEWEST = 3;

    private final RequestLists requests;

    FrontPage(RequestLists requests) {
        this.requests = requests;
    }

    @Override
    public Html page() {
        return Html.page("portal/front", new FrontModel(newest()));
    }

    private List<RequestRow> newest() {
        var found = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn person ? person : null;
        if (!(found instanceof SignedInCustomer customer)) {
            return List.of();
        }
        var rows = requests.page(customer.caller(), new RequestLists.Query(false, null, null), NEWEST);
        return rows.subList(0, Math.min(rows.size(), NEWEST));
    }
}
