package dev.lodge.email;

import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Language;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes mails in the name of the tenant in force. */
@Component
class Writing {

    private final MailKinds kinds;
    private final MailTemplates templates;
    private final Letterhead letterhead;
    private final SiteAddresses addresses;

    Writing(MailKinds kinds, MailTemplates templates, Letterhead letterhead, SiteAddresses addresses) {
        this.kinds = kinds;
        this.templates = templates;
        this.letterhead = letterhead;
        this.addresses = addresses;
    }

    /** @throws IllegalArgumentException when nobody declared the kind */
    Letter letter(Mail mail) {
        MailKind kind = kinds.require(mail.kind());
        Map<String, String> values = new HashMap<>(mail.values());
        Tenant tenant = Tenants.current();
        values.put("desk", tenant.name());
        values.put("desk_url", addresses.of(tenant));
        values.put("recipient", mail.to().called());
        var template = templates.inForce(kind, mail.to().language());
        Letter letter = MailTemplate.of(kind, template.written()).fill(values);
        return letterhead.on(letter, mail.automatic(), template.language());
    }

    /** How a mail of the kind would look with this template. @throws dev.lodge.problem.Invalid when it has mistakes */
    Letter sample(MailKind kind, WrittenTemplate template, Language language) {
        Map<String, String> values = new HashMap<>();
        kind.placeholders().forEach(placeholder -> values.put(placeholder.name(), placeholder.sample()));
        Tenant tenant = Tenants.current();
        values.put("desk", tenant.name());
        values.put("desk_url", addresses.of(tenant));
        return letterhead.on(MailTemplate.of(kind, template).fill(values), true, language.locale());
    }
}
