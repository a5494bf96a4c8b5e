package dev.lodge.accounts.guard;

import dev.lodge.web.Html;
import dev.lodge.web.Unasked;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads to the sign-in page, which leads back: to a page of the same host, looked at and not acted on. */
final class SignInRedirect {

    void send(String signInPage, HttpServletRequest request, HttpServletResponse response) {
        String address = address(signInPage, request);
        if (Unasked.is(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_OK);
            response.setHeader("HX-Redirect", address);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, address);
        }
    }

    private static String address(String signInPage, HttpServletRequest request) {
        String asked = request.getQueryString() == null
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + request.getQueryString();
        boolean worthReturning = request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && !asked.equals("/")
                && asked.length() <= 1000
                && Html.isOfThisHost(asked);
        return worthReturning
                ? UriComponentsBuilder.fromPath(signInPage)
                        .queryParam("next", "{next}")
                        .encode()
                        .buildAndExpand(asked)
                        .toUriString()
                : signInPage;
    }
}
