package dev.lodge.tickets;

import dev.lodge.web.SafeHtml;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Messages as people write them (CommonMark, with links recognised and line breaks kept) as HTML that is safe to show. HTML in the text
 * is shown as text.
 */
public final class Markdown {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(AutolinkExtension.create())).build();

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).softbreak("<br>\n").build();

    private Markdown() {}

    /** HTML for the inside of a block element. */
    public static String toHtml(String markdown) {
        return SafeHtml.of(RENDERER.render(PARSER.parse(markdown)));
    }
}
