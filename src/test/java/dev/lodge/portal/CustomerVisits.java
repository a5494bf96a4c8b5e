package dev.lodge.portal;

import dev.lodge.accounts.Client;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.email.KeptMails;
import dev.lodge.jobs.DueWork;
import dev.lodge.portal.signin.PortalLink;
import dev.lodge.portal.signin.PortalLinks;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import jakarta.servlet.http.Cookie;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;

/** Customers who are signed in already. */
@TestComponent
public class CustomerVisits {

    private static final Pattern LINK = Pattern.compile("/portal/signin/[\\w-]{43}");

    private final CustomerSessions sessions;
    private final PortalRules rules;
    private final PortalLinks links;
    private final DueWork due;
    private final KeptMails kept;

    CustomerVisits(CustomerSessions sessions, PortalRules rules, PortalLinks links, DueWork due, KeptMails kept) {
        this.sessions = sessions;
        this.rules = rules;
        this.links = links;
        this.due = due;
        this.kept = kept;
    }

    /** The cookie of a browser in which the customer is signed in. */
    public Cookie signIn(Tenant tenant, long customerId) {
        return Tenants.in(
                tenant,
                () -> new Cookie(
                        CustomerSignIn.COOKIE.name(),
                        sessions.open(customerId, new Client("127.0.0.1", "Test"))
                                .text()));
    }

    /** The path of a link to sign in that was mailed to the address. */
    public String link(Tenant tenant, String address) {
        Tenants.run(tenant, () -> links.ask(PortalLink.toSignIn(new EmailAddress(address), null, null)));
        due.run(tenant);
        return Tenants.in(tenant, () -> {
            var mail = kept.find(kept.newest(1).getFirst().id()).orElseThrow();
            return LINK.matcher(mail.text()).results().findFirst().orElseThrow().group();
        });
    }

    /** Anybody may ask without signing in. */
    public void openTheForm(Tenant tenant) {
        Tenants.run(
                tenant,
                () -> rules.enter(
                        new PortalSettings(true, true, false, rules.now().version())));
    }
}
