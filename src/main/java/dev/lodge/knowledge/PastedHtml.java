package dev.lodge.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What was copied from a web page or a word processor, as the Markdown of articles: headings, lists, tables, links, code and emphasis
 * stay, colours and the like go. Pictures from elsewhere become links when the article is shown, see {@link ArticleText}.
 */
public final class PastedHtml {

    /** Most characters that are read. */
    public static final int LONGEST = 1_000_000;

    /** Elements within each other; what lies deeper is read as text. */
    private static final int DEEPEST = 60;

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

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "nav",
            "figure",
            "figcaption",
            "address",
            "dl",
            "dt",
            "dd",
            "center",
            "details",
            "summary",
            "body");

    private static final Pattern MARKS = Pattern.compile("([\\\\`*_\\[\\]<>|])");
    private static final Pattern LINE_START = Pattern.compile("^(#{1,6}\\s|[+\\-]\\s|=+$|-+$)");
    private static final Pattern NUMBERED = Pattern.compile("^(\\d+)([.)]\\s)");
    private static final Pattern WORD_LEVEL = Pattern.compile("mso-list:[^;]*level(\\d)");

    private PastedHtml() {}

    /** @throws IllegalArgumentException when it is longer than {@value #LONGEST} characters */
    public static String toMarkdown(String html) {
        if (html.length() > LONGEST) {
            throw new IllegalArgumentException("Too long");
        }
        Document document = Jsoup.parse(html);
        String markdown = blocks(document.body(), 0);
        return markdown.replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static String blocks(Element parent, int depth) {
        if (depth > DEEPEST) {
            return escaped(parent.text());
        }
        var out = new StringBuilder();
        var line = new StringBuilder();
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element && isBlock(element)) {
                flush(line, out);
                out.append(block(element, depth + 1));
            } else {
                line.append(inline(node, depth + 1));
            }
        }
        flush(line, out);
        return out.toString();
    }

    private static void flush(StringBuilder line, StringBuilder out) {
        String text = line.toString().replaceAll("[ \\t]*\\n[ \\t]*", "\n").strip();
        if (!text.isEmpty()) {
            String plain = NUMBERED.matcher(text).replaceFirst("$1\\\\$2");
            out.append(LINE_START.matcher(plain).find() ? "\\" + plain : plain).append("\n\n");
        }
        line.setLength(0);
    }

    private static boolean isBlock(Element element) {
        String name = name(element);
        return BLOCKS.contains(name)
                || name.matches("h[1-6]|ul|ol|table|pre|blockquote|hr")
                || !NOTHING.contains(name)
                        && depthOf(element) < DEEPEST
                        && element.children().stream().anyMatch(PastedHtml::isPlainBlock);
    }

    private static boolean isPlainBlock(Element element) {
        return BLOCKS.contains(name(element)) || name(element).matches("h[1-6]|ul|ol|table|pre|blockquote|hr");
    }

    private static int depthOf(Element element) {
        int depth = 0;
        for (Element at = element.parent(); at != null && depth <= DEEPEST; at = at.parent()) {
            depth++;
        }
        return depth;
    }

    private static String block(Element element, int depth) {
        String name = name(element);
        if (name.matches("h[1-6]")) {
            // The page's own title is the first heading: pasted ones begin below it by themselves.
            String text = oneLine(inlines(element, depth));
            return text.isEmpty() ? "" : "#".repeat(name.charAt(1) - '0') + " " + text + "\n\n";
        }
        return switch (name) {
            case "ul", "ol" -> list(element, depth) + "\n";
            case "pre" -> code(element);
            case "blockquote" -> prefixed(blocks(element, depth), "> ", "> ") + "\n";
            case "table" -> table(element, depth);
            case "hr" -> "---\n\n";
            default -> {
                var level = WORD_LEVEL.matcher(element.attr("style").toLowerCase(Locale.ROOT));
                yield level.find()
                        ? wordListItem(element, level.group(1).charAt(0) - '1', depth)
                        : blocks(element, depth);
            }
        };
    }

    /** A word processor's list is paragraphs that say so, with the bullet as text. */
    private static String wordListItem(Element element, int level, int depth) {
        String bullet = element.select("span[style~=(?i)mso-list\\s*:\\s*ignore]")
                .text()
                .strip();
        element.select("span[style~=(?i)mso-list\\s*:\\s*ignore]").remove();
        boolean numbered = bullet.matches("(\\d+|[a-zA-Z])[.)].*");
        return "   ".repeat(Math.max(0, level)) + (numbered ? "1. " : "- ") + oneLine(inlines(element, depth)) + "\n";
    }

    private static String list(Element list, int depth) {
        var out = new StringBuilder();
        int number = 1;
        for (Element item : list.children()) {
            if (name(item).equals("li")) {
                String mark = name(list).equals("ol") ? number++ + ". " : "- ";
                String text = blocks(item, depth).strip().replaceAll("\\n{2,}(?=\\s*([-]|\\d+\\.) )", "\n");
                out.append(prefixed(text, mark, " ".repeat(mark.length())));
            } else if (name(item).matches("ul|ol")) {
                out.append(prefixed(list(item, depth + 1), "  ", "  "));
            }
        }
        return out.toString();
    }

    private static String code(Element pre) {
        String text = pre.wholeText().replace("\r", "");
        String fence = text.contains("```") ? "~~~~" : "```";
        Element code = pre.selectFirst("code[class*=language-]");
        String language =
                code == null ? "" : code.className().replaceFirst("(?s).*?language-([\\w+#.-]{1,30}).*", "$1");
        return fence + language + "\n" + text.stripTrailing() + "\n" + fence + "\n\n";
    }

    private static String table(Element table, int depth) {
        List<Element> rows = table.select("tr").stream()
                .filter(row -> row.closest("table") == table)
                .toList();
        int columns = rows.stream()
                .mapToInt(row -> row.select("> td, > th").size())
                .max()
                .orElse(0);
        if (columns < 2) {
            // One column is how a page is laid out, not a table.
            var out = new StringBuilder();
            rows.forEach(row -> row.select("> td, > th").forEach(cell -> out.append(blocks(cell, depth + 1))));
            return out.toString();
        }
        var out = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            var cells = rows.get(i).select("> td, > th").stream()
                    .map(cell -> oneLine(inlines(cell, depth + 1)))
                    .toList();
            out.append("| ")
                    .append(String.join(" | ", cells))
                    .append(" |".repeat(1 + columns - cells.size()))
                    .append('\n');
            if (i == 0) {
                out.append("|").append(" --- |".repeat(columns)).append('\n');
            }
        }
        return out + "\n";
    }

    private static String inlines(Element parent, int depth) {
        if (depth > DEEPEST) {
            return escaped(parent.text());
        }
        var out = new StringBuilder();
        parent.childNodes().forEach(node -> out.append(inline(node, depth + 1)));
        return out.toString();
    }

    private static String inline(Node node, int depth) {
        if (node instanceof TextNode text) {
            return escaped(text.getWholeText().replaceAll("\\s+", " "));
        }
        if (!(node instanceof Element element) || NOTHING.contains(name(element))) {
            return "";
        }
        String name = name(element);
        return switch (name) {
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

    private static String prefixed(String text, String first, String further) {
        var out = new StringBuilder();
        String prefix = first;
        for (String line : text.strip().split("\n", -1)) {
            out.append(line.isEmpty() && !further.startsWith(">") ? "" : prefix)
                    .append(line)
                    .append('\n');
            prefix = further;
        }
        return out.toString();
    }

    private static String escaped(String text) {
        return MARKS.matcher(text).replaceAll("\\\\$1");
    }

    private static String name(Element element) {
        return element.normalName();
    }
}
