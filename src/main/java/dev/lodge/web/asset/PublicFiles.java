package dev.lodge.web.asset;

import dev.lodge.web.CurrentSite;
import dev.lodge.web.Draft;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Addresses that everybody may read: static files and the desk's colours. */
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
        var draft = request.param("draft").filter(Draft::isAccent);
        if (draft.isPresent()) {
            return style("#" + draft.get(), "private, max-age=3600");
        }
        return style(accent, versioned ? FOR_EVER : "no-cache");
    }

    private static ServerResponse style(String accent, String caching) {
        return ServerResponse.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/css;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .body((":root{--tenant-accent:" + accent + "}").getBytes(StandardCharsets.UTF_8));
    }
}
