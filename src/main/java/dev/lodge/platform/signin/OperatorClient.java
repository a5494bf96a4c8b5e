package dev.lodge.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Where an operator signs in from: the address as the server sees it, and what the browser says of itself, cut to 300 characters. */
record OperatorClient(String address, String userAgent) {

    static OperatorClient of(HttpServletRequest request) {
        String said = request.getHeader(HttpHeaders.USER_AGENT);
        String plain = said == null ? "" : said.replaceAll("\\p{Cntrl}", "?");
        return new OperatorClient(request.getRemoteAddr(), plain.substring(0, Math.min(300, plain.length())));
    }
}
