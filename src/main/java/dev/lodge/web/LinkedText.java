package dev.lodge.web;

import dev.lodge.tenancy.BrandLink;
import gg.jte.Content;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Plain text in which {@code [label](address)} and written-out web addresses are links, and lines stay lines. Nothing else means
 * anything; what is no address that pages may link to ({@link BrandLink#isAddress}) stays as it was written.
 */
public final class LinkedText {

    private static final Pattern LINK =
            Pattern.compile("\\[([^\\[\\]\\n]{1,100})]\\(([^()\\s]{1,300})\\)|(https?://[^\\s<>\"()]{1,300})");

    private static final Pattern TRAILING = Pattern.compile("[.,;:!?']+$");

    private LinkedText() {}

    /** For the inside of a block element. */
    public static Content of(String text) {
        String html = html(text);
        return output -> output.writeContent(html);
    }

    static String html(String text) {
        var html = new StringBuilder();
        var links = LINK.matcher(text);
        int done = 0;
        while (links.find()) {
            html.append(escaped(text.substring(done, links.start())));
            html.append(link(links.toMatchResult()));
            done = links.end();
        }
        return html.append(escaped(text.substring(done))).toString().replaceAll("\\r\\n?|\\n", "<br>");
    }

    private static String link(MatchResult found) {
        if (found.group(1) != null) {
            return BrandLink.isAddress(found.group(2))
                    ? anchor(found.group(2), found.group(1))
                    : escaped(found.group());
        }
        // A sentence may end with an address.
        String address = TRAILING.matcher(found.group(3)).replaceFirst("");
        String rest = found.group(3).substring(address.length());
        return BrandLink.isAddress(address) ? anchor(address, address) + escaped(rest) : escaped(found.group());
    }

    private static String anchor(String address, String label) {
        String beside = BrandLink.leadsAway(address) ? " target=\"_blank\" rel=\"noopener\"" : "";
        return "<a href=\"" + escaped(address) + "\"" + beside + ">" + escaped(label) + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
