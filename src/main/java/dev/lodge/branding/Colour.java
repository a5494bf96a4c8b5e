package dev.lodge.branding;

import java.util.Locale;

/**
 * A colour of the screen in OKLCH (CSS Color 4, section 9): in this space lightness is what eyes see, so the rules of the style sheet
 * ({@code tokens.css}) are written in it, and here they are followed step by step.
 *
 * @param lightness 0 for black to 1 for white
 * @param chroma 0 for grey
 * @param hue in radians
 */
record Colour(double lightness, double chroma, double hue) {

    /** @param hex {@code #rrggbb} */
    static Colour of(String hex) {
        double r = linear(Integer.parseInt(hex.substring(1, 3), 16) / 255.0);
        double g = linear(Integer.parseInt(hex.substring(3, 5), 16) / 255.0);
        double b = linear(Integer.parseInt(hex.substring(5, 7), 16) / 255.0);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        double lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
        double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        double blue = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        return new Colour(lightness, Math.hypot(a, blue), Math.atan2(blue, a));
    }

    Colour at(double otherLightness, double mostChroma) {
        return new Colour(otherLightness, Math.min(chroma, mostChroma), hue);
    }

    Colour at(double otherLightness) {
        return at(otherLightness, chroma);
    }

    /** As a screen shows it, {@code #rrggbb}; what a screen cannot show is cut off, as browsers do. */
    String hex() {
        double[] rgb = rgb();
        return String.format(Locale.ROOT, "#%02x%02x%02x", part(rgb[0]), part(rgb[1]), part(rgb[2]));
    }

    /** How well one is read on the other, 1 to 21 (WCAG 2.2, "contrast ratio"). */
    static double contrast(Colour one, Colour other) {
        double a = one.luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private double luminance() {
        double[] rgb = rgb();
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    /** Linear red, green and blue, each 0 to 1. */
    private double[] rgb() {
        double a = chroma * Math.cos(hue);
        double b = chroma * Math.sin(hue);
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            within(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            within(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            within(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)
        };
    }

    private static int part(double linear) {
        double shown = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(shown * 255);
    }

    private static double linear(double shown) {
        return shown <= 0.04045 ? shown / 12.92 : Math.pow((shown + 0.055) / 1.055, 2.4);
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static double within(double x) {
        return Math.max(0, Math.min(1, x));
    }
}
