package dev.lodge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A colour that is tried on the desk's first page before it is saved: {@code /?draft=1a7f4e}, and with {@code &scheme=dark} in the dark.
 * Only for those who choose the colour, and the page may then stand in a frame of the same host.
 *
 * @param accent six hexadecimal digits
 * @param theme null for the reader's own
 */
public record Draft(String accent, @Nullable Theme theme) {

    private static final Pattern ACCENT = Pattern.compile("[0-9a-f]{6}");

    public static boolean isAccent(String written) {
        return ACCENT.matcher(written).matches();
    }

    static @Nullable Draft of(HttpServletRequest request, @Nullable Person reader) {
        String accent = request.getParameter("draft");
        if (accent == null
                || !isAccent(accent)
                || !request.getRequestURI().equals("/")
                || reader == null
                || !reader.places().contains(Place.BRANDING)) {
            return null;
        }
        Framing.allow(request);
        return new Draft(accent, theme(request.getParameter("scheme")));
    }

    private static @Nullable Theme theme(@Nullable String scheme) {
        return Stream.of(Theme.LIGHT, Theme.DARK)
                .filter(known -> known.word().equals(scheme))
                .findFirst()
                .orElse(null);
    }
}
