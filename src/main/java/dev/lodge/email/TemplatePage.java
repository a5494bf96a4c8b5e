package dev.lodge.email;

import dev.lodge.problem.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a template is edited.
 *
 * @param own whether the tenant has words of its own
 * @param stale whether somebody else changed them meanwhile
 * @param sampleSubject the subject with samples filled in, or null while there are mistakes
 * @param frame the address of the mail as it would look, or null while there are mistakes
 */
public record TemplatePage(
        MailKind kind,
        TemplateForm form,
        FieldErrors errors,
        boolean own,
        boolean stale,
        @Nullable String sampleSubject,
        @Nullable String frame) {

    public String path() {
        return "/settings/mail/templates/" + kind.name();
    }

    /** A placeholder as it is written in a template. */
    public static String written(Placeholder placeholder) {
        return "{{" + placeholder.name() + "}}";
    }
}
