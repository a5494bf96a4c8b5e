package dev.lodge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * In which language whoever sent a request is spoken to: the one of their profile; else the one they chose on this host, else the
 * first that their browser asks for, if the desk offers it; else the desk's own.
 */
@Component
public class Readers {

    static final String COOKIE = "lodge_language";

    /** Longer than any browser's; what stands behind is not worth reading. */
    private static final int LONGEST_HEADER = 500;

    Readers() {}

    Language language(HttpServletRequest request, Site desk, @Nullable Person reader) {
        Locale own = reader == null ? null : reader.language();
        return own == null ? ofVisitor(request, desk) : Language.nearest(own);
    }

    /** For answers to programs: what {@code Accept-Language} asks for (RFC 9110, section 12.5.4), else English. */
    public static Language ofProgram(HttpServletRequest request) {
        return accepted(request, List.of(Language.values())).orElse(Language.ENGLISH);
    }

    private static Language ofVisitor(HttpServletRequest request, Site desk) {
        return chosen(request)
                .filter(desk.languages()::contains)
                .or(() -> accepted(request, desk.languages()))
                .orElse(desk.languages().getFirst());
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : Language.of(cookie.getValue());
    }

    private static Optional<Language> accepted(HttpServletRequest request, List<Language> offered) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Language.of(range.getRange()))
                    .flatMap(Optional::stream)
                    .filter(offered::contains)
                    .findFirst();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Where the reader is, to come back to after choosing another language. */
    static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = request.getRequestURI();
        boolean readAgain = query != null && "GET".equals(request.getMethod());
        String address = readAgain ? path + "?" + query : path;
        return Html.isOfThisHost(address) ? address : "/";
    }
}
