package dev.lodge.web;

import org.springframework.web.util.HtmlUtils;

/**
 * What PostgreSQL's {@code ts_headline} found, as HTML. The words found come between two control characters that no text people write
 * holds; the text is escaped, and only then the characters made elements.
 */
public final class Headline {

    private static final char FOUND = '\u0002';
    private static final char END = '\u0003';

    /** The options to ask {@code ts_headline} with: two pieces of a text at most, and the marks. */
    public static final String OPTIONS =
            "MaxFragments=2, MaxWords=22, MinWords=9, FragmentDelimiter=\" … \", StartSel=\"" + FOUND + "\", StopSel=\""
                    + END + "\"";

    private Headline() {}

    /** Safe to show, the words found in {@code <mark>}. */
    public static String html(String headline) {
        var html = new StringBuilder();
        boolean open = false;
        for (String part : HtmlUtils.htmlEscape(headline, "UTF-8").split("(?=[" + FOUND + END + "])")) {
            char first = part.isEmpty() ? ' ' : part.charAt(0);
            if (first == FOUND || first == END) {
                html.append(open ? "</mark>" : "");
                open = first == FOUND;
                html.append(open ? "<mark>" : "").append(part, 1, part.length());
            } else {
                html.append(part);
            }
        }
        return html.append(open ? "</mark>" : "").toString();
    }
}
