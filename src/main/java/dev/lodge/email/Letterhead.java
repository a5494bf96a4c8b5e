package dev.lodge.email;

import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Language;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts what a mail says on the paper of the tenant in force: its name and colour, nothing that must be fetched. */
@Component
class Letterhead {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final MessageSource messages;

    Letterhead(MessageSource messages) {
        this.messages = messages;
    }

    /** The same letter, its HTML a whole document. */
    Letter on(Letter letter, boolean automatic, Locale language) {
        Tenant tenant = Tenants.current();
        String footer = messages.getMessage(
                automatic ? "email.letter.automatic" : "email.letter.written", new Object[] {tenant.name()}, language);
        var html = new StringOutput();
        templates.render(
                "email/letter.jte",
                new LetterPage(
                        Language.nearest(language).tag(),
                        letter.subject(),
                        tenant.name(),
                        tenant.branding().accent(),
                        letter.html(),
                        footer),
                html);
        return new Letter(letter.subject(), letter.text() + "\n\n-- \n" + footer + "\n", html.toString());
    }
}
