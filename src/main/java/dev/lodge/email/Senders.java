package dev.lodge.email;

import dev.lodge.tenancy.Domains;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whom the mail of the tenant in force comes from. By its own server a tenant sends from whatever address that server lets it; by the
 * platform's only from addresses at its own domains, or else everybody could write in anybody's name. Any other address it has is
 * where answers go.
 */
@Component
class Senders {

    private final MailServerSettings platform;
    private final SenderSettingsRows settings;
    private final Domains domains;

    Senders(MailServerSettings platform, SenderSettingsRows settings, Domains domains) {
        this.platform = platform;
        this.settings = settings;
        this.domains = domains;
    }

    Sender current() {
        Tenant tenant = Tenants.current();
        SenderSettings chosen = settings.current();
        String own = chosen.address();
        boolean mayUse = own != null && (chosen.server() != null || isAtADomainOf(tenant, own));
        String from = mayUse && own != null ? own : platformsFor(tenant);
        String support = tenant.branding().supportAddress();
        String answers = support != null ? support : own;
        return new Sender(
                from,
                OneLine.of(Objects.requireNonNullElse(chosen.name(), tenant.name()), 120),
                differs(answers, from) ? answers : null);
    }

    /** Where mail comes from without an address of the tenant's own. */
    String platformsFor(Tenant tenant) {
        return platform.mailFrom() != null ? platform.mailFrom() : "no-reply@" + tenant.primaryHost();
    }

    private boolean isAtADomainOf(Tenant tenant, String address) {
        String domain = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return domains.of(tenant).stream()
                .anyMatch(known -> known.host().value().equals(domain));
    }

    private static boolean differs(@Nullable String answers, String from) {
        return answers != null && !answers.equalsIgnoreCase(from);
    }
}
