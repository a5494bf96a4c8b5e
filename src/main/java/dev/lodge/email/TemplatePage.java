package dev.lodge.email;

import dev.lodge.problem.FieldErrors;
import dev.lodge.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a template is edited.
 *
 * @param language the one the text is for
 * @param own whether the tenant has words of its own
 * @param stale whether somebody else changed them meanwhile
 * @param sampleSubject the subject with samples filled in, or null while there are mistakes
 * @param frame the address of the mail as it would look, or null while there are mistakes
 */
public record TemplatePage(
        MailKind kind,
        Language language,
        TemplateForm form,
        FieldErrors errors,
        boolean own,
        boolean stale,
        @Nullable String sampleSubject,
        @Nullable String frame) {

    /** The address of this text. */
    public String path() {
        return path(kind, language);
    }

    /** The address of something that is done with this text. */
    public String path(String what) {
        return path(kind, language, what);
    }

    /** The address of the text in another language. */
    public String pathIn(Language other) {
        return path(kind, other);
    }

    static String path(MailKind kind, Language language, String... what) {
        return "/settings/mail/templates/%s%s?language=%s"
                .formatted(kind.name(), String.join("", what), language.tag());
    }

    /** A placeholder as it is written in a template. */
    public static String written(Placeholder placeholder) {
        return "{{" + placeholder.name() + "}}";
    }
}
