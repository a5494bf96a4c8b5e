package dev.lodge.accounts;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/**
 * Where a sign-in comes from.
 *
 * @param address of the network, as the server sees it; what headers claim counts only if the server was told to trust its proxy
 * @param userAgent what the browser says of itself, at most 300 characters
 */
public record Client(String address, String userAgent) {

    /** The one that sent the request. */
    public static Client of(HttpServletRequest request) {
        String said = request.getHeader(HttpHeaders.USER_AGENT);
        String plain = said == null ? "" : said.replaceAll("\\p{Cntrl}", "?");
        return new Client(request.getRemoteAddr(), plain.length() <= 300 ? plain : plain.substring(0, 300));
    }
}
