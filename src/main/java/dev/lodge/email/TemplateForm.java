package dev.lodge.email;

import org.jspecify.annotations.Nullable;

/** A template as it is being edited. @param version of the tenant's own text that was on the page, 0 for none */
public record TemplateForm(
        @Nullable String subject,
        @Nullable String body,
        @Nullable Long version) {

    static TemplateForm of(MailTemplates.Stored stored) {
        return new TemplateForm(stored.written().subject(), stored.written().body(), stored.version());
    }

    WrittenTemplate written() {
        return new WrittenTemplate(
                subject == null ? "" : subject.strip(),
                body == null ? "" : body.replace("\r\n", "\n").strip());
    }

    long seenVersion() {
        return version == null ? 0 : version;
    }
}
