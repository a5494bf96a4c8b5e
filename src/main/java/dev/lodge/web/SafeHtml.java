package dev.lodge.web;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** What may be shown of HTML that was made from somebody's text: no script, no style, no images, no attributes but a link's address. */
public final class SafeHtml {

    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "strong",
                    "em",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "a")
            .allowUrlProtocols("https", "http", "mailto", "tel")
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("noopener", "nofollow")
            .toFactory();

    private SafeHtml() {}

    /** The same without all that is not safe, for the inside of a block element. */
    public static String of(String html) {
        return SAFE.sanitize(html);
    }
}
