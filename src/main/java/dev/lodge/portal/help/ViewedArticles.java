package dev.lodge.portal.help;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Which articles a browser has read since it was opened: each counts once. Their ids stand in a cookie, which says nothing else. */
@Component
class ViewedArticles {

    private static final String COOKIE = "lodge_read";
    private static final int MOST = 60;

    /** Whether the article is read for the first time; from now on it is not. */
    boolean isNew(long id, HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        List<String> read = new ArrayList<>(
                cookie == null ? List.of() : List.of(cookie.getValue().split("\\.")));
        String word = Long.toString(id, 36);
        if (read.contains(word)) {
            return false;
        }
        read.removeIf(other -> !other.matches("[0-9a-z]{1,13}"));
        read.add(word);
        var kept = read.subList(Math.max(0, read.size() - MOST), read.size());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, String.join(".", kept))
                        .path("/help")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
        return true;
    }
}
