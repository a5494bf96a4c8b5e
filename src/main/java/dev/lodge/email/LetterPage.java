package dev.lodge.email;

/**
 * What the layout of a mail needs.
 *
 * @param language of the text, as in HTML
 * @param desk the tenant's name
 * @param accent its colour, {@code #rrggbb}
 * @param body safe HTML
 * @param footer a line under it
 */
public record LetterPage(String language, String subject, String desk, String accent, String body, String footer) {}
