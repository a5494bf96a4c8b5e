package dev.lodge.portal.help;

import dev.lodge.accounts.SignedIn;
import dev.lodge.knowledge.Articles;
import dev.lodge.knowledge.Categories;
import dev.lodge.portal.SignedInCustomer;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.RequestLists;
import dev.lodge.tickets.RequestRow;
import dev.lodge.web.Html;
import dev.lodge.web.StartPage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The front of the help center, as the desk arranged it. */
@Component
class FrontPage implements StartPage {

    private static final int NEWEST = 3;
    private static final int POPULAR = 6;

    private final Articles articles;
    private final Categories categories;
    private final RequestLists requests;
    private final SiteAddresses addresses;

    FrontPage(Articles articles, Categories categories, RequestLists requests, SiteAddresses addresses) {
        this.articles = articles;
        this.categories = categories;
        this.requests = requests;
        this.addresses = addresses;
    }

    @Override
    public Html page() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn found ? found : null;
        // Agents see here what everybody sees: their drafts are elsewhere.
        var reader = HelpReader.of(signedIn);
        String language = HelpReader.language();
        var tenant = Tenants.current();
        return Html.page(
                "portal/front",
                new FrontModel(
                        language,
                        addresses.of(tenant),
                        tenant.branding().frontage(),
                        signedIn instanceof SignedInCustomer,
                        categories.tree(reader, language).children(null),
                        articles.popular(reader, language, POPULAR),
                        newest(signedIn)));
    }

    private List<RequestRow> newest(@Nullable SignedIn signedIn) {
        if (!(signedIn instanceof SignedInCustomer customer)) {
            return List.of();
        }
        var rows = requests.page(customer.caller(), new RequestLists.Query(false, null, null), NEWEST);
        return rows.subList(0, Math.min(rows.size(), NEWEST));
    }
}
