package dev.lodge.email;

import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Html;
import dev.lodge.web.Language;
import org.jspecify.annotations.Nullable;
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
    Html show(@PathVariable String kind, @RequestParam(required = false) @Nullable String language) {
        Subject subject = require(kind, language);
        return page(subject, TemplateForm.of(stored(subject)), FieldErrors.none(), false);
    }

    @PostMapping("/{kind}")
    Html save(@PathVariable String kind, @RequestParam(required = false) @Nullable String language, TemplateForm form) {
        Subject subject = require(kind, language);
        try {
            MailTemplate.of(subject.kind(), form.written());
            templates.write(subject.kind(), subject.language(), form.written(), form.seenVersion());
            return Html.redirect(subject.path()).toast("email.template.saved");
        } catch (Invalid invalid) {
            return page(subject, form, invalid.errors(), false).invalid();
        } catch (StaleVersion stale) {
            long now = stored(subject).version();
            return page(subject, new TemplateForm(form.subject(), form.body(), now), FieldErrors.none(), true)
                    .status(stale.status());
        }
    }

    @PostMapping("/{kind}/reset")
    Html reset(@PathVariable String kind, @RequestParam(required = false) @Nullable String language) {
        Subject subject = require(kind, language);
        templates.reset(subject.kind(), subject.language());
        return Html.redirect(subject.path()).toast("email.template.was_reset");
    }

    /** How it would look; nothing is kept. */
    @PostMapping("/{kind}/preview")
    Html preview(
            @PathVariable String kind, @RequestParam(required = false) @Nullable String language, TemplateForm form) {
        return Html.fragment("email/template-preview", model(require(kind, language), form, FieldErrors.none(), false));
    }

    /** The mail itself, for the frame of the preview. */
    @GetMapping("/{kind}/frame")
    ResponseEntity<String> frame(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "") String draft) {
        Subject subject = require(kind, language);
        WrittenTemplate written = Draft.decode(draft).orElseThrow(NotFound::new);
        try {
            return MailFrame.of(
                    writing.sample(subject.kind(), written, subject.language()).html());
        } catch (Invalid mistakes) {
            throw new NotFound();
        }
    }

    /** One text: what mails of a kind say in a language. */
    private record Subject(MailKind kind, Language language) {

        String path() {
            return TemplatePage.path(kind, language);
        }
    }

    /** @param language a tag, or null for the desk's own language */
    private Subject require(String name, @Nullable String language) {
        Language wanted = language == null
                ? Language.nearest(Tenants.current().locales().language())
                : Language.of(language).orElseThrow(NotFound::new);
        return new Subject(kinds.find(name).orElseThrow(NotFound::new), wanted);
    }

    private MailTemplates.Stored stored(Subject subject) {
        return templates.stored(subject.kind(), subject.language());
    }

    private Html page(Subject subject, TemplateForm form, FieldErrors errors, boolean stale) {
        return Html.page("email/template", model(subject, form, errors, stale));
    }

    private TemplatePage model(Subject of, TemplateForm form, FieldErrors known, boolean stale) {
        FieldErrors errors = known;
        String subject = null;
        String frame = null;
        try {
            subject = writing.sample(of.kind(), form.written(), of.language()).subject();
            frame = "%s&draft=%s"
                    .formatted(TemplatePage.path(of.kind(), of.language(), "/frame"), Draft.encode(form.written()));
        } catch (Invalid mistakes) {
            errors = mistakes.errors();
        }
        return new TemplatePage(
                of.kind(), of.language(), form, errors, stored(of).isOwn(), stale, subject, frame);
    }
}
