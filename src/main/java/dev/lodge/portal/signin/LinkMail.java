package dev.lodge.portal.signin;

import static dev.lodge.schema.tenant.Tables.CUSTOMER_EMAIL;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.Secret;
import dev.lodge.email.Addressee;
import dev.lodge.email.Mail;
import dev.lodge.email.Outbox;
import dev.lodge.email.RecipientCap;
import dev.lodge.portal.PortalRules;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The mails that carry links. Whoever fills in a form with somebody else's address must not get a text of their own delivered there:
 * they hold nothing of the form, neither a name nor a subject.
 */
@Component
class LinkMail {

    static final String SIGN_IN = "portal_sign_in";
    static final String CONFIRM = "portal_confirm";

    private final TenantDatabase database;
    private final PortalRules rules;
    private final RecipientCap cap;
    private final SiteAddresses addresses;
    private final Outbox outbox;

    LinkMail(TenantDatabase database, PortalRules rules, RecipientCap cap, SiteAddresses addresses, Outbox outbox) {
        this.database = database;
        this.rules = rules;
        this.cap = cap;
        this.addresses = addresses;
        this.outbox = outbox;
    }

    /** Whether the link is mailed at all; counts it if so. */
    boolean isDeserved(PortalLink link) {
        boolean welcome = link.isRequest() || rules.now().signUp() || isKnown(link.address());
        return welcome && !isOfTheDesk(link.address()) && cap.admits(link.address());
    }

    private boolean isKnown(EmailAddress address) {
        return database.sql().fetchExists(CUSTOMER_EMAIL, CUSTOMER_EMAIL.EMAIL_KEY.eq(address.key()));
    }

    /** What comes to the desk's own address may be read by others than who asked. */
    private static boolean isOfTheDesk(EmailAddress address) {
        String support = Tenants.current().branding().supportAddress();
        return support != null && support.toLowerCase(Locale.ROOT).equals(address.key());
    }

    void send(PortalLink link, Secret secret) {
        String url = addresses.of(Tenants.current()) + "/portal/signin/" + secret.text();
        var language = link.language() == null ? Locale.ENGLISH : Locale.forLanguageTag(link.language());
        outbox.send(Mail.automatic(
                link.isRequest() ? CONFIRM : SIGN_IN,
                new Addressee(link.address(), "", language),
                Map.of(link.isRequest() ? "confirm_url" : "sign_in_url", url)));
    }
}
