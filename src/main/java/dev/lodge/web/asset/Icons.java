package dev.lodge.web.asset;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Tabler's outlines as masks of a pseudo-element, so that {@code <i class="ti ti-x"></i>} takes the colour and size of
 * the text around it, without a web font and without repeating shapes in each row.
 */
final class Icons {

    private static final Pattern WRAPPER = Pattern.compile("(?s)<svg[^>]*>|</svg>|<path stroke=\"none\"[^>]*/>");
    private static final String BASE = """
            .ti{display:inline-block;font-style:normal;line-height:1}\
            .ti::before{content:"";display:inline-block;width:1em;height:1em;vertical-align:-.125em;background:currentColor;\
            mask:var(--ti) center/1em no-repeat;print-color-adjust:exact}\
            @media (forced-colors:active){.ti::before{forced-color-adjust:none;background:CanvasText}}
            """;

    private final List<String> names;
    private final UnaryOperator<String> svg;

    Icons(List<String> names, UnaryOperator<String> svg) {
        this.names = names;
        this.svg = svg;
    }

    String style() {
        var css = new StringBuilder(BASE);
        for (String name : names) {
            css.append(".ti-")
                    .append(name)
                    .append("{--ti:url(\"data:image/svg+xml,")
                    .append(encoded(svg.apply(name)))
                    .append("\")}\n");
        }
        return css.toString();
    }

    private static String encoded(String source) {
        var shapes = WRAPPER.matcher(source)
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .replace("> <", "><")
                .strip();
        var whole =
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='2' "
                        + "stroke-linecap='round' stroke-linejoin='round'>" + shapes.replace('"', '\'') + "</svg>";
        return whole.replace("%", "%25").replace("#", "%23").replace("<", "%3C").replace(">", "%3E");
    }
}
