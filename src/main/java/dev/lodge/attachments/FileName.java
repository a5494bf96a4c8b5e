package dev.lodge.attachments;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What people call a file. It is shown and suggested, and never names anything on a disk of ours.
 *
 * @param text 1 to 150 characters, all of them visible, no slash; it does not begin or end with a dot or a space
 */
record FileName(String text) {

    static final int LONGEST = 150;

    /** Controls, what cannot be seen or turns the writing around, halves of characters, and what has no meaning. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");
    private static final Pattern ENDING = Pattern.compile("[a-z0-9]{1,16}");
    private static final String UNRESERVED = "-._~";

    /** The name that was sent, made fit; {@code file} if nothing remains of it. */
    static FileName of(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String seen =
                UNSEEN.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("");
        String clean = trimmed(SPACES.matcher(seen).replaceAll(" "));
        return new FileName(clean.isEmpty() ? "file" : shortened(clean));
    }

    private static String trimmed(String text) {
        return EDGES.matcher(text).replaceAll("");
    }

    /** The ending stays, because programs go by it. */
    private static String shortened(String clean) {
        if (clean.length() <= LONGEST) {
            return clean;
        }
        String ending = ending(clean);
        String end = ending.isEmpty() ? "" : clean.substring(clean.length() - ending.length() - 1);
        int cut = LONGEST - end.length();
        return trimmed(clean.substring(0, Character.isHighSurrogate(clean.charAt(cut - 1)) ? cut - 1 : cut)) + end;
    }

    /** What stands behind the last dot, in lower case: {@code pdf}. Empty if that is no ending. */
    String ending() {
        return ending(text);
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String behind = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return dot >= 0 && ENDING.matcher(behind).matches() ? behind : "";
    }

    /** The last segment of its address. It says nothing to us, so whatever a proxy might take amiss is left out. */
    String inPath() {
        String plain = text.replaceAll("[^\\p{L}\\p{N}.]+", "-").replaceAll("^[-.]+", "");
        return plain.isEmpty() || plain.equals("thumbnail") ? "file" : percentEncoded(plain);
    }

    /** The header {@code Content-Disposition} (RFC 6266), with the whole name (RFC 8187) beside one that every program reads. */
    String disposition(boolean inline) {
        return "%s; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(
                        inline ? "inline" : "attachment",
                        text.replaceAll("[^A-Za-z0-9 ._-]", "_"),
                        percentEncoded(text));
    }

    private static String percentEncoded(String text) {
        var encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (plain || UNRESERVED.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append("%02X".formatted(octet & 0xFF));
            }
        }
        return encoded.toString();
    }
}
