package dev.lodge.email;

import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.StaleVersion;
import dev.lodge.web.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the desk's mails say. */
@Controller
@RequestMapping("/settings/mail/templates")
@Requires(Permission.MAIL_MANAGE)
class TemplateController {

    private final MailKinds kinds;
    private final MailTemplates templates;
    private final Writing writing;

    TemplateController(MailKinds kinds, MailTemplates templates, Writing writing) {
        this.kinds = kinds;
        this.templates = templates;
        this.writing = writing;
    }

    @GetMapping
    Html list() {
        return Html.page("email/templates", new TemplatesPage(kinds.all(), templates.owned()));
    }

    @GetMapping("/{kind}")
    Html show(@PathVariable String kind) {
        MailKind found = require(kind);
        return page(found, TemplateForm.of(templates.inEnglish(found)), FieldErrors.none(), false);
    }

    @PostMapping("/{kind}")
    Html save(@PathVariable String kind, TemplateForm form) {
        MailKind found = require(kind);
        try {
            MailTemplate.of(found, form.written());
            templates.write(found, form.written(), form.seenVersion());
            return Html.redirect("/settings/mail/templates/" + kind).toast("email.template.saved");
        } catch (Invalid invalid) {
            return page(found, form, invalid.errors(), false).invalid();
        } catch (StaleVersion stale) {
            long now = templates.inEnglish(found).version();
            return page(found, new TemplateForm(form.subject(), form.body(), now), FieldErrors.none(), true)
                    .status(stale.status());
        }
    }

    @PostMapping("/{kind}/reset")
    Html reset(@PathVariable String kind) {
        templates.reset(require(kind));
        return Html.redirect("/settings/mail/templates/" + kind).toast("email.template.was_reset");
    }

    /** How it would look; nothing is kept. */
    @PostMapping("/{kind}/preview")
    Html preview(@PathVariable String kind, TemplateForm form) {
        return Html.fragment("email/template-preview", model(require(kind), form, FieldErrors.none(), false));
    }

    /** The mail itself, for the frame of the preview. */
    @GetMapping("/{kind}/frame")
    ResponseEntity<String> frame(@PathVariable String kind, @RequestParam(defaultValue = "") String draft) {
        MailKind found = require(kind);
        WrittenTemplate written = Draft.decode(draft).orElseThrow(NotFound::new);
        try {
            return MailFrame.of(writing.sample(found, written).html());
        } catch (Invalid mistakes) {
            throw new NotFound();
        }
    }

    private MailKind require(String name) {
        return kinds.find(name).orElseThrow(NotFound::new);
    }

    private Html page(MailKind kind, TemplateForm form, FieldErrors errors, boolean stale) {
        return Html.page("email/template", model(kind, form, errors, stale));
    }

    private TemplatePage model(MailKind kind, TemplateForm form, FieldErrors known, boolean stale) {
        FieldErrors errors = known;
        String subject = null;
        String frame = null;
        try {
            subject = writing.sample(kind, form.written()).subject();
            frame = "/settings/mail/templates/%s/frame?draft=%s".formatted(kind.name(), Draft.encode(form.written()));
        } catch (Invalid mistakes) {
            errors = mistakes.errors();
        }
        boolean own = templates.inEnglish(kind).isOwn();
        return new TemplatePage(kind, form, errors, own, stale, subject, frame);
    }
}
