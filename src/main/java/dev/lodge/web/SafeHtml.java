package dev.lodge.web;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** What may be shown of HTML that was made from somebody's text: no script, no style, no images, no attributes but a link's address. */
public final class SafeHtml {

    private static final Pattern ANCHOR = Pattern.compile("h-[\\p{L}\\p{M}\\p{N}-]{1,100}");
    private static final Pattern ATTACHMENT = Pattern.compile("/attachments/[0-9]{1,18}/[^/\\\\?#\\s]{1,600}");
    private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#._-]{1,30}");

    private static final Pattern PIXELS = Pattern.compile("[0-9]{1,6}");

    private static final PolicyFactory SAFE = basis().toFactory();

    private static final PolicyFactory DOCUMENT = basis().allowElements(
                    "table", "thead", "tbody", "tr", "th", "td", "img")
            .allowAttributes("align")
            .matching(false, "left", "center", "right")
            .onElements("th", "td")
            .allowAttributes("id")
            .matching(ANCHOR)
            .onElements("h2", "h3", "h4", "h5", "h6")
            .allowAttributes("class")
            .matching(LANGUAGE)
            .onElements("code")
            .allowAttributes("src")
            .matching(ATTACHMENT)
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(PIXELS)
            .onElements("img")
            .allowAttributes("loading")
            .matching(false, "lazy")
            .onElements("img")
            .toFactory();

    private SafeHtml() {}

    /** The same without all that is not safe, for the inside of a block element. */
    public static String of(String html) {
        return SAFE.sanitize(html);
    }

    /** As {@link #of}, with what longer texts have besides: tables, pictures among the desk's own attachments, anchors at headings. */
    public static String document(String html) {
        return DOCUMENT.sanitize(html);
    }

    private static HtmlPolicyBuilder basis() {
        return new HtmlPolicyBuilder()
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
                .requireRelsOnLinks("noopener", "nofollow");
    }
}
