package dev.lodge.branding;

/**
 * What becomes of an accent colour where text stands on it or is written in it: the rules of {@code tokens.css}, so that people are told
 * what they will see.
 *
 * @param accent as it was picked
 */
public record Legibility(String accent) {

    /** From here on a colour is light, stays as it is and carries dark text. */
    private static final double LIGHT = 0.68;

    /** Where a colour goes on which neither white nor black reads well. */
    private static final double DARKENED = 0.5;

    /** The ground of a primary button in the light. */
    public String button() {
        return fill().hex();
    }

    /** Whether that is another colour than was picked. */
    public boolean isDarkened() {
        return !button().equals(accent);
    }

    /** Whether text on a button is dark. */
    public boolean hasDarkText() {
        return isLight();
    }

    /** The colour of links in the light. */
    public String link() {
        return lightLink().hex();
    }

    /** The colour of links in the dark. */
    public String darkSchemeLink() {
        return darkLink().hex();
    }

    /** How well a button's text is read, 1 to 21. */
    public double onButton() {
        return Colour.contrast(fill(), picked().at(isLight() ? 0.18 : 0.99, 0.01));
    }

    /** How well a link is read in the light. */
    public double inLight() {
        return Colour.contrast(lightLink(), picked().at(0.997, 0.001));
    }

    /** How well a link is read in the dark. */
    public double inDark() {
        return Colour.contrast(darkLink(), picked().at(0.208, 0.005));
    }

    private Colour fill() {
        double lightness = picked().lightness();
        return isLight() ? picked() : picked().at(Math.min(lightness, DARKENED));
    }

    private Colour lightLink() {
        return picked().at(Math.min(picked().lightness(), 0.48));
    }

    private Colour darkLink() {
        return picked().at(Math.max(picked().lightness(), 0.78), 0.15);
    }

    private boolean isLight() {
        return picked().lightness() > LIGHT;
    }

    private Colour picked() {
        return Colour.of(accent);
    }
}
