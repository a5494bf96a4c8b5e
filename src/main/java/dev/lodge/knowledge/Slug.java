package dev.lodge.knowledge;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * The part of an address that says what a page is about. Latin letters lose what stands above and below them, those of other scripts
 * stay as they are; everything else becomes a hyphen. In Normalization Form C, at most {@value #LONGEST} characters.
 */
public final class Slug {

    /** Most characters, as the database counts them. */
    public static final int LONGEST = 80;

    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ı', "i"));

    private static final Map<Integer, String> GERMAN = Map.of((int) 'ä', "ae", (int) 'ö', "oe", (int) 'ü', "ue");

    private Slug() {}

    /** Of a title in a language; empty when there is not one letter or digit in it. */
    public static String of(String title, String language) {
        boolean german = language.equals("de") || language.startsWith("de-");
        String letters = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String bare = withoutAccents(german ? written(letters, GERMAN) : letters);
        return cut(hyphenated(written(bare, LETTERS)), LONGEST);
    }

    private static String written(String text, Map<Integer, String> ways) {
        var written = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            String way = ways.get(letter);
            if (way == null) {
                written.appendCodePoint(letter);
            } else {
                written.append(way);
            }
        });
        return written.toString();
    }

    /** As {@link #of}, with a number behind it that tells it from others. */
    static String numbered(String slug, int number) {
        String ending = "-" + number;
        return cut(slug, LONGEST - ending.length()) + ending;
    }

    /** Latin letters without marks; in other scripts marks are letters of their own right. */
    static String withoutAccents(CharSequence text) {
        var bare = new StringBuilder(text.length());
        boolean latin = false;
        String taken = Normalizer.normalize(text, Normalizer.Form.NFKD);
        for (int i = 0; i < taken.length(); ) {
            int letter = taken.codePointAt(i);
            i += Character.charCount(letter);
            if (Character.getType(letter) == Character.NON_SPACING_MARK) {
                if (latin) {
                    continue;
                }
            } else {
                latin = Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
            }
            bare.appendCodePoint(letter);
        }
        return Normalizer.normalize(bare, Normalizer.Form.NFC);
    }

    private static String hyphenated(String text) {
        var slug = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (Character.isLetterOrDigit(letter) || isMark(letter) && !slug.isEmpty() && !endsInHyphen(slug)) {
                slug.appendCodePoint(letter);
            } else if (!isApostrophe(letter) && !slug.isEmpty() && !endsInHyphen(slug)) {
                slug.append('-');
            }
        });
        return slug.toString();
    }

    /** Without half a letter at its end, nor half a word where there are several. */
    private static String cut(String slug, int longest) {
        String cut = slug;
        if (slug.codePointCount(0, slug.length()) > longest) {
            var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
            letters.setText(slug);
            cut = slug.substring(0, letters.preceding(slug.offsetByCodePoints(0, longest) + 1));
            int word = cut.lastIndexOf('-');
            boolean whole = slug.charAt(cut.length()) == '-';
            cut = !whole && word > cut.length() / 2 ? cut.substring(0, word) : cut;
        }
        int end = cut.length();
        while (end > 0 && cut.charAt(end - 1) == '-') {
            end--;
        }
        return cut.substring(0, end);
    }

    private static boolean endsInHyphen(StringBuilder slug) {
        return slug.charAt(slug.length() - 1) == '-';
    }

    private static boolean isMark(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isApostrophe(int letter) {
        return letter == '\'' || letter == '’';
    }
}
