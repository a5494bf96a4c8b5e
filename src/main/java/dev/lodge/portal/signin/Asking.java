package dev.lodge.portal.signin;

import dev.lodge.problem.TooMany;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What requests say besides their forms. */
public final class Asking {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private Asking() {}

    /** The language that the browser wants first, or null. */
    public static @Nullable String language(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return null;
        }
        String language = request.getLocale().getLanguage();
        return LANGUAGE.matcher(language).matches() ? language : null;
    }

    /** Tells the browser how long to wait. @return the same in minutes, at least one */
    public static long minutesToWait(TooMany tooMany, HttpServletResponse response) {
        long seconds = Math.max(1, tooMany.retryAfter().toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return (seconds + 59) / 60;
    }
}
