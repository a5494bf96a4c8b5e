package dev.lodge.email;

import dev.lodge.email.MailTemplates.InForce;
import dev.lodge.email.OutgoingMails.Written;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

    private record Wanted(MailKind kind, Locale language) {}

    /** Each mail with its letter; a template is read once. @throws IllegalArgumentException when nobody declared a kind */
    List<Written> letters(List<Mail> mails) {
        var read = new HashMap<Wanted, InForce>();
        var written = new ArrayList<Written>();
        for (Mail mail : mails) {
            var wanted = new Wanted(kinds.require(mail.kind()), mail.to().language());
            written.add(Written.of(mail, letter(mail, read.computeIfAbsent(wanted, this::inForce))));
        }
        return written;
    }

    private InForce inForce(Wanted wanted) {
        return templates.inForce(wanted.kind(), wanted.language());
    }

    private Letter letter(Mail mail, InForce words) {
        Map<String, String> values = new HashMap<>(mail.values());
        Tenant tenant = Tenants.current();
        values.put("desk", tenant.name());
        values.put("desk_url", addresses.of(tenant));
        values.put("recipient", mail.to().called());
        return letterhead.on(words.template().fill(values), mail.automatic(), words.language());
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
