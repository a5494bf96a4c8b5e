package dev.lodge.platform;

import dev.lodge.email.KeptMail;
import dev.lodge.email.KeptMails;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The mails that a tenant keeps because there is no server to send them, as operators read them in place of the addressees: for trying
 * Lodge out. Mail that was sent is none of theirs. Each look is recorded before anything is shown.
 */
@Component
public class Mailboxes {

    private static final int NEWEST = 100;

    private final KeptMails kept;
    private final OperatorEvents events;
    private final PlatformDatabase platform;

    Mailboxes(KeptMails kept, OperatorEvents events, PlatformDatabase platform) {
        this.kept = kept;
        this.events = events;
        this.platform = platform;
    }

    public List<KeptMails.Row> open(Operator operator, Tenant tenant) {
        record(operator, tenant, "mailbox_opened", Map.of());
        return Tenants.in(tenant, () -> kept.newest(NEWEST));
    }

    /** @throws NotFound when the tenant keeps no such mail */
    public KeptMail read(Operator operator, Tenant tenant, long id) {
        KeptMail mail = Tenants.in(tenant, () -> kept.find(id).orElseThrow(NotFound::new));
        record(operator, tenant, "mail_read", Map.of("subject", mail.subject()));
        return mail;
    }

    /** The HTML of a mail whose reading was recorded with its page. @throws NotFound when the tenant keeps no such mail */
    public String html(Tenant tenant, long id) {
        return Tenants.in(tenant, () -> kept.find(id).orElseThrow(NotFound::new))
                .html();
    }

    private void record(Operator operator, Tenant tenant, String type, Map<String, String> data) {
        platform.inTransaction(sql -> {
            events.append(operator, tenant, type, data);
            return tenant;
        });
    }
}
