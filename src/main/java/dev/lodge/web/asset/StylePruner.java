package dev.lodge.web.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Drops from a minified style sheet the rules that can never apply: those whose selectors need a class that nobody uses.
 * Rules for elements, variables and attributes stay. A name that ends in {@code *} stands for all that begin so.
 */
final class StylePruner {

    private static final Pattern CLASS = Pattern.compile("\\.(-?[_a-zA-Z][\\w-]*(?:\\\\.[\\w-]*)*)");
    private static final Pattern NEGATED = Pattern.compile(":not\\([^()]*\\)");
    private static final Pattern EITHER = Pattern.compile(":(?:is|where)\\(([^()]*)\\)");

    private final Set<String> exact;
    private final List<String> prefixes;

    StylePruner(List<String> used) {
        exact = used.stream().filter(name -> !name.endsWith("*")).collect(Collectors.toSet());
        prefixes = used.stream()
                .filter(name -> name.endsWith("*"))
                .map(name -> name.substring(0, name.length() - 1))
                .toList();
    }

    String prune(String css) {
        var kept = new StringBuilder();
        int at = 0;
        while (at < css.length()) {
            int end = endOfPrelude(css, at);
            if (end == css.length()) {
                break;
            }
            if (css.charAt(end) == ';') {
                keepStatement(css.substring(at, end + 1), kept);
                at = end + 1;
            } else {
                int close = matchingBrace(css, end);
                keepBlock(css.substring(at, end), css.substring(end + 1, close), kept);
                at = close + 1;
            }
        }
        return kept.toString();
    }

    boolean keeps(String name) {
        return exact.contains(name) || prefixes.stream().anyMatch(name::startsWith);
    }

    private static void keepStatement(String statement, StringBuilder kept) {
        var rule = withoutComments(statement);
        if (!rule.startsWith("@charset")) {
            kept.append(rule);
        }
    }

    private void keepBlock(String prelude, String body, StringBuilder kept) {
        var head = withoutComments(prelude);
        if (head.startsWith("@media") || head.startsWith("@supports")) {
            var inner = prune(body);
            if (!inner.isBlank()) {
                kept.append(head).append('{').append(inner).append('}');
            }
        } else if (head.startsWith("@keyframes")) {
            return; // nothing of ours moves by itself
        } else if (head.startsWith("@")) {
            kept.append(head).append('{').append(body).append('}');
        } else {
            var selectors = selectors(head).stream().filter(this::canApply).toList();
            if (!selectors.isEmpty() && !body.isBlank()) {
                kept.append(String.join(",", selectors))
                        .append('{')
                        .append(body)
                        .append('}');
            }
        }
    }

    private static String withoutComments(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").strip();
    }

    private boolean canApply(String selector) {
        String needed = NEGATED.matcher(selector).replaceAll("");
        return keepsAll(EITHER.matcher(needed).replaceAll(""))
                && EITHER.matcher(needed)
                        .results()
                        .allMatch(found -> selectors(found.group(1)).stream().anyMatch(this::keepsAll));
    }

    private boolean keepsAll(String selector) {
        return CLASS.matcher(selector).results().allMatch(found -> keeps(found.group(1)));
    }

    private static List<String> selectors(String list) {
        var found = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            switch (list.charAt(i)) {
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        found.add(list.substring(start, i));
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        found.add(list.substring(start));
        return found;
    }

    private static int endOfPrelude(String css, int from) {
        int i = from;
        while (i < css.length() && css.charAt(i) != '{' && css.charAt(i) != ';') {
            i = afterToken(css, i);
        }
        return Math.min(i, css.length());
    }

    private static int matchingBrace(String css, int open) {
        int depth = 0;
        int i = open;
        while (i < css.length()) {
            char c = css.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
            i = afterToken(css, i);
        }
        throw new IllegalArgumentException("Unbalanced braces in the style sheet");
    }

    /** Steps over one character, or over a whole string or comment, in which braces mean nothing. */
    private static int afterToken(String css, int i) {
        char c = css.charAt(i);
        if (c == '"' || c == '\'') {
            int j = i + 1;
            while (css.charAt(j) != c) {
                j += css.charAt(j) == '\\' ? 2 : 1;
            }
            return j + 1;
        }
        if (css.startsWith("/*", i)) {
            return css.indexOf("*/", i) + 2;
        }
        return i + 1;
    }
}
