package dev.lodge.email;

import dev.lodge.web.Language;

/**
 * What the layout of a mail needs.
 *
 * @param language of the text, as in HTML
 * @param desk the tenant's name
 * @param accent its colour, {@code #rrggbb}
 * @param body safe HTML
 * @param footer a line under it
 */
public record LetterPage(String language, String subject, String desk, String accent, String body, String footer) {

    /** {@code ltr} or {@code rtl}. */
    public String direction() {
        return Language.of(language).orElse(Language.ENGLISH).direction();
    }
}
