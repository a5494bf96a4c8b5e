package dev.lodge.email;

/**
 * What a mail says.
 *
 * @param subject one line
 * @param text the body for programs that show no HTML
 * @param html the body as safe HTML, for the inside of a block element
 */
record Letter(String subject, String text, String html) {}
