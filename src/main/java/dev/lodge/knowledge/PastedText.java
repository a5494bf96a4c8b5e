package dev.lodge.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What was copied and stands within a line, as Markdown: see {@link PastedHtml}. */
final class PastedText {

    /** Elements within each other; what lies deeper is read as text. */
    static final int DEEPEST = 60;

    private static final Set<String> NOTHING = Set.of(
            "script",
            "style",
            "head",
            "title",
            "noscript",
            "template",
            "iframe",
            "object",
            "svg",
            "math",
            "form",
            "button",
            "input",
            "select",
            "textarea",
            "meta",
            "link",
            "o:p",
            "xml");

    private static final Pattern MARKS = Pattern.compile("([\\\\`*_\\[\\]<>|])");

    private PastedText() {}

    /** Whether it has nothing to read. */
    static boolean isNothing(Element element) {
        return NOTHING.contains(element.normalName());
    }

    /** All that an element says, on one line. */
    static String line(Element parent, int depth) {
        return oneLine(inlines(parent, depth));
    }

    private static String inlines(Element parent, int depth) {
        if (depth > DEEPEST) {
            return escaped(parent.text());
        }
        var out = new StringBuilder();
        parent.childNodes().forEach(node -> out.append(inline(node, depth + 1)));
        return out.toString();
    }

    static String inline(Node node, int depth) {
        if (node instanceof TextNode text) {
            return escaped(text.getWholeText().replaceAll("\\s+", " "));
        }
        if (!(node instanceof Element element) || isNothing(element)) {
            return "";
        }
        return switch (element.normalName()) {
            case "br" -> "\\\n";
            case "code", "kbd", "samp", "tt" -> codeSpan(element.text());
            case "img" -> picture(element);
            case "a" -> link(element, inlines(element, depth));
            case "strong", "b" ->
                isUndone(element, "font-weight", "normal", "400")
                        ? inlines(element, depth)
                        : around("**", inlines(element, depth));
            case "em", "i", "cite" ->
                isUndone(element, "font-style", "normal")
                        ? inlines(element, depth)
                        : around("*", inlines(element, depth));
            default -> styled(element, inlines(element, depth));
        };
    }

    /** Word processors on the web write emphasis as style. */
    private static String styled(Element element, String text) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        if (element.is("span") && style.matches("(?s).*font-weight:(bold|[6-9]00).*")) {
            return around("**", text);
        }
        return element.is("span") && style.contains("font-style:italic") ? around("*", text) : text;
    }

    private static boolean isUndone(Element element, String property, String... values) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return List.of(values).stream().anyMatch(value -> style.contains(property + ":" + value));
    }

    private static String link(Element element, String text) {
        String address = address(element.attr("href"));
        String shown = oneLine(text);
        return address.isEmpty() || shown.isEmpty() ? text : "[" + shown + "](<" + address + ">)";
    }

    private static String picture(Element element) {
        String address = element.attr("src").startsWith("/attachments/")
                ? element.attr("src").replaceAll("[\\s<>]", "")
                : address(element.attr("src"));
        return address.isEmpty() ? "" : "![" + oneLine(escaped(element.attr("alt"))) + "](<" + address + ">)";
    }

    /** Only what leads somewhere else. */
    private static String address(String written) {
        String plain = written.strip().replaceAll("[\\s<>\\p{Cntrl}]", "");
        return plain.matches("(?i)(https?://|mailto:|tel:).*") && plain.length() <= 2_000 ? plain : "";
    }

    private static String codeSpan(String text) {
        String plain = text.replaceAll("\\s+", " ").strip();
        if (plain.isEmpty()) {
            return "";
        }
        return plain.contains("`") ? "`` " + plain + " ``" : "`" + plain + "`";
    }

    /** The marks stand at the words, not at the spaces around them. */
    private static String around(String mark, String text) {
        String inner = text.strip();
        if (inner.isEmpty() || inner.contains("\n\n")) {
            return text;
        }
        String before = text.substring(0, text.indexOf(inner.charAt(0)));
        String after = text.substring(text.lastIndexOf(inner.charAt(inner.length() - 1)) + 1);
        return before + mark + inner + mark + after;
    }

    private static String oneLine(String text) {
        return text.replace("\\\n", " ").replaceAll("\\s+", " ").strip();
    }

    static String escaped(String text) {
        return MARKS.matcher(text).replaceAll("\\\\$1");
    }
}
