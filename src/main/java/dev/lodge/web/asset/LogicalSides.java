package dev.lodge.web.asset;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites a minified style sheet that speaks of left and right so that it speaks of start and end (CSS Logical Properties): one sheet
 * then serves both directions of writing. Tabler has a second sheet for right to left; this is instead of it.
 */
final class LogicalSides {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("left", "inset-inline-start"),
            Map.entry("right", "inset-inline-end"),
            Map.entry("border-top-left-radius", "border-start-start-radius"),
            Map.entry("border-top-right-radius", "border-start-end-radius"),
            Map.entry("border-bottom-left-radius", "border-end-start-radius"),
            Map.entry("border-bottom-right-radius", "border-end-end-radius"));

    /** A declaration in a block. Names of custom properties begin with hyphens and are not among these. */
    private static final Pattern DECLARATION = Pattern.compile(
            "(?<=[{;])(left|right|text-align|float|clear|(?:margin|padding|border)(?:-(?:left|right)[a-z-]*)?"
                    + "|border-(?:top|bottom)-(?:left|right)-radius):([^;{}]*)");

    private static final Pattern VALUES = Pattern.compile("[^\\s()]*\\((?:[^()]|\\([^()]*\\))*\\)|[^\\s()]+");

    private LogicalSides() {}

    static String of(String css) {
        return DECLARATION.matcher(css).replaceAll(found -> Matcher.quoteReplacement(rewritten(found)));
    }

    private static String rewritten(MatchResult declaration) {
        String name = declaration.group(1);
        String value = declaration.group(2);
        return switch (name) {
            case "text-align" -> name + ":" + side(value, "start", "end");
            case "float", "clear" -> name + ":" + side(value, "inline-start", "inline-end");
            case "margin", "padding" -> shorthand(name, value);
            case "border" -> name + ":" + value;
            default -> NAMES.getOrDefault(name, side(name, "inline-start", "inline-end")) + ":" + value;
        };
    }

    private static String side(String text, String start, String end) {
        return text.replaceFirst("\\bleft\\b", start).replaceFirst("\\bright\\b", end);
    }

    /** Four values name the sides top, right, bottom, left. */
    private static String shorthand(String name, String value) {
        boolean important = value.endsWith("!important");
        List<String> sides = VALUES.matcher(important ? value.substring(0, value.lastIndexOf('!')) : value)
                .results()
                .map(MatchResult::group)
                .toList();
        if (sides.size() != 4 || sides.get(1).equals(sides.get(3))) {
            return name + ":" + value;
        }
        String weight = important ? "!important" : "";
        return "%1$s-block:%2$s %4$s%6$s;%1$s-inline:%5$s %3$s%6$s"
                .formatted(name, sides.get(0), sides.get(1), sides.get(2), sides.get(3), weight);
    }
}
