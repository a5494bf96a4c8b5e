package dev.lodge.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * What was copied from a web page or a word processor, as the Markdown of articles: headings, lists, tables, links, code and emphasis
 * stay, colours and the like go. Pictures from elsewhere become links when the article is shown, see {@link ArticleText}.
 */
public final class PastedHtml {

    /** Most characters that are read. */
    public static final int LONGEST = 1_000_000;

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
        if (depth > PastedText.DEEPEST) {
            return PastedText.escaped(parent.text());
        }
        var out = new StringBuilder();
        var line = new StringBuilder();
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element && isBlock(element)) {
                flush(line, out);
                out.append(block(element, depth + 1));
            } else {
                line.append(PastedText.inline(node, depth + 1));
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
        return isPlainBlock(element)
                || !PastedText.isNothing(element)
                        && depthOf(element) < PastedText.DEEPEST
                        && element.children().stream().anyMatch(PastedHtml::isPlainBlock);
    }

    private static boolean isPlainBlock(Element element) {
        String name = element.normalName();
        return BLOCKS.contains(name) || name.matches("h[1-6]|ul|ol|table|pre|blockquote|hr");
    }

    private static int depthOf(Element element) {
        int depth = 0;
        for (Element at = element.parent(); at != null && depth <= PastedText.DEEPEST; at = at.parent()) {
            depth++;
        }
        return depth;
    }

    private static String block(Element element, int depth) {
        String name = element.normalName();
        if (name.matches("h[1-6]")) {
            // The page's own title is the first heading: pasted ones begin below it by themselves.
            String text = PastedText.line(element, depth);
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
        return "   ".repeat(Math.max(0, level)) + (numbered ? "1. " : "- ") + PastedText.line(element, depth) + "\n";
    }

    private static String list(Element list, int depth) {
        var out = new StringBuilder();
        int number = 1;
        for (Element item : list.children()) {
            if (item.normalName().equals("li")) {
                String mark = list.normalName().equals("ol") ? number++ + ". " : "- ";
                String text = blocks(item, depth).strip().replaceAll("\\n{2,}(?=\\s*([-]|\\d+\\.) )", "\n");
                out.append(prefixed(text, mark, " ".repeat(mark.length())));
            } else if (item.normalName().matches("ul|ol")) {
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
                    .map(cell -> PastedText.line(cell, depth + 1))
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
}
