package dev.lodge.web.asset;

import dev.lodge.web.CurrentSite;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Addresses that everybody may read: static files, the desk's colours, the icon of the browser's tab. */
@Configuration(proxyBeanMethods = false)
class PublicFiles {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    private final Assets assets;
    private final CurrentSite site;

    PublicFiles(Assets assets, CurrentSite site) {
        this.assets = assets;
        this.site = site;
    }

    @Bean
    RouterFunction<ServerResponse> publicFileRoutes() {
        return RouterFunctions.route()
                .GET("/static/{version}/{name}", this::file)
                .GET("/theme.css", this::theme)
                .GET("/favicon.ico", this::favicon)
                .build();
    }

    private ServerResponse file(ServerRequest request) {
        var name = request.pathVariable("name");
        if (!assets.has(name)) {
            return ServerResponse.notFound().build();
        }
        var file = assets.file(name);
        if (!file.version().equals(request.pathVariable("version"))) {
            // A page from before a deploy, or from a node that is newer: never keep these bytes under that address.
            return answer(request, file, "no-cache");
        }
        return answer(request, file, FOR_EVER);
    }

    private static ServerResponse answer(ServerRequest request, StaticFile file, String caching) {
        boolean gzip =
                request.headers().header(HttpHeaders.ACCEPT_ENCODING).stream().anyMatch(e -> e.contains("gzip"));
        var response = ServerResponse.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.type() + ";charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (gzip) {
            response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return response.body(gzip ? file.gzipped() : file.plain());
    }

    private ServerResponse theme(ServerRequest request) {
        var current = site.site();
        var accent = COLOUR.matcher(current.accent()).matches() ? current.accent() : "#334155";
        boolean versioned = request.param("v").filter(current.version()::equals).isPresent();
        return ServerResponse.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/css;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, versioned ? FOR_EVER : "no-cache")
                .body((":root{--tenant-accent:" + accent + "}").getBytes(StandardCharsets.UTF_8));
    }

    private ServerResponse favicon(ServerRequest request) {
        var logo = site.site().logo();
        return ServerResponse.status(HttpStatus.FOUND)
                .headers(headers -> headers.setAll(Map.of(
                        HttpHeaders.LOCATION,
                        logo == null ? assets.address("lodge-mark.svg") : logo,
                        HttpHeaders.CACHE_CONTROL,
                        "no-cache")))
                .build();
    }
}
