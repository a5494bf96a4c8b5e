package dev.lodge.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table as RFC 4180 writes it. A cell that a spreadsheet would take for a formula begins with an apostrophe, so that it is only
 * read: what customers and colleagues typed stands in such tables.
 */
public final class Csv {

    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

    private final StringBuilder text = new StringBuilder();

    /** One line; null is an empty cell. Numbers are never formulas. */
    public Csv row(@Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : ",").append(cell(cells[i]));
        }
        text.append("\r\n");
        return this;
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        var plain = value instanceof Number ? value.toString() : inert(value.toString());
        return QUOTED.matcher(plain).find() ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }

    /** Spreadsheets skip blanks before they look for what a formula begins with, and some read the wide forms too. */
    private static String inert(String cell) {
        var seen = cell.stripLeading();
        boolean formula = !seen.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(seen.charAt(0)) >= 0;
        boolean control = !cell.isEmpty() && "\t\r\n".indexOf(cell.charAt(0)) >= 0;
        return formula || control ? "'" + cell : cell;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
