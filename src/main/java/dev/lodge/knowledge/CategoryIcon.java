package dev.lodge.knowledge;

import java.util.Locale;

/** What a category may be marked with in the help center, named after what it mostly stands for. */
public enum CategoryIcon {
    ACCOUNT("user"),
    API("api"),
    CLOTHING("shirt"),
    COMPANY("building"),
    DATES("calendar"),
    DELIVERY("truck-delivery"),
    DEVICES("device-mobile"),
    FIRE("flame"),
    GUIDE("book"),
    HELP("lifebuoy"),
    HISTORY("history"),
    MAIL("mail"),
    OUTDOORS("tent"),
    PAYMENT("credit-card"),
    PEOPLE("users-group"),
    RETURNS("refresh"),
    SECURITY("lock-square"),
    SETTINGS("settings"),
    UPLOAD("cloud-upload"),
    WARRANTY("shield-check");

    private final String glyph;

    CategoryIcon(String glyph) {
        this.glyph = glyph;
    }

    /** Among the icons that are served. */
    public String glyph() {
        return glyph;
    }

    /** As it is stored and written in data. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
