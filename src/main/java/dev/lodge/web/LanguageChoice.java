package dev.lodge.web;

import java.net.URI;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * {@code /language/{tag}}: remembers in the browser which language its user wants on this host, and goes back. A link, so that pages
 * that offer it need no form and no token and can be kept by caches; following it unasked does no more than show another language.
 */
@Configuration(proxyBeanMethods = false)
class LanguageChoice {

    private static final Duration KEPT = Duration.ofDays(365);
    private static final int LONGEST_ADDRESS = 2000;

    private final CurrentSite site;

    LanguageChoice(CurrentSite site) {
        this.site = site;
    }

    @Bean
    RouterFunction<ServerResponse> languageRoute() {
        return RouterFunctions.route().GET("/language/{tag}", this::choose).build();
    }

    private ServerResponse choose(ServerRequest request) {
        var chosen = Language.of(request.pathVariable("tag")).filter(site.site().languages()::contains);
        if (chosen.isEmpty()) {
            return ServerResponse.notFound().build();
        }
        var cookie = ResponseCookie.from(Readers.COOKIE, chosen.get().tag())
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(KEPT)
                .build();
        return ServerResponse.seeOther(URI.create(next(request)))
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private static String next(ServerRequest request) {
        return request.param("next")
                .filter(address -> address.length() <= LONGEST_ADDRESS && Html.isOfThisHost(address))
                .filter(LanguageChoice::isAddress)
                .orElse("/");
    }

    private static boolean isAddress(String text) {
        try {
            URI.create(text);
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
