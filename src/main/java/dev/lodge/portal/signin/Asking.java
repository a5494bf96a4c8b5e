package dev.lodge.portal.signin;

import dev.lodge.problem.TooMany;
import dev.lodge.web.Language;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;

/** What requests say besides their forms. */
public final class Asking {

    private Asking() {}

    /** The tag of the language in which the visitor is spoken to. */
    public static String language() {
        return Language.nearest(LocaleContextHolder.getLocale()).tag();
    }

    /** Tells the browser how long to wait. @return the same in minutes, at least one */
    public static long minutesToWait(TooMany tooMany, HttpServletResponse response) {
        long seconds = Math.max(1, tooMany.retryAfter().toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return (seconds + 59) / 60;
    }
}
