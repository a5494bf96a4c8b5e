package dev.lodge.web.asset;

import dev.lodge.tenancy.BrandPicture;
import dev.lodge.tenancy.Brands;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.CurrentSite;
import dev.lodge.web.Site;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The pictures that a tenant uploaded: {@code /logo}, {@code /logo?dark}, {@code /favicon.ico} and {@code /hero}. An address with the brand's version
 * may be kept for ever; one without is asked for each time, and answered without the bytes while they are the same.
 */
@Configuration(proxyBeanMethods = false)
class Logos {

    private final ObjectProvider<Brands> brands;
    private final CurrentSite site;
    private final Assets assets;

    Logos(ObjectProvider<Brands> brands, CurrentSite site, Assets assets) {
        this.brands = brands;
        this.site = site;
        this.assets = assets;
    }

    @Bean
    RouterFunction<ServerResponse> logoRoutes() {
        return RouterFunctions.route()
                .GET("/logo", this::logo)
                .GET("/favicon.ico", this::icon)
                .GET("/hero", this::hero)
                .build();
    }

    private ServerResponse logo(ServerRequest request) {
        if (Tenants.bound().isEmpty()) {
            return ServerResponse.notFound().build();
        }
        boolean dark = request.params().containsKey("dark")
                && Tenants.current().branding().has(BrandPicture.LOGO_DARK);
        return picture(request, dark ? BrandPicture.LOGO_DARK : BrandPicture.LOGO)
                .orElseGet(() -> ServerResponse.notFound().build());
    }

    /** Browsers ask for it at this address by themselves; without an icon of its own, a desk's logo serves for it, else Lodge's mark. */
    private ServerResponse icon(ServerRequest request) {
        return Tenants.bound().isEmpty()
                ? elsewhere()
                : picture(request, BrandPicture.FAVICON).orElseGet(this::elsewhere);
    }

    private ServerResponse hero(ServerRequest request) {
        return Tenants.bound().isEmpty()
                ? ServerResponse.notFound().build()
                : picture(request, BrandPicture.HERO)
                        .orElseGet(() -> ServerResponse.notFound().build());
    }

    private ServerResponse elsewhere() {
        String logo = site.site().logo();
        return ServerResponse.status(HttpStatus.FOUND)
                .header(
                        HttpHeaders.LOCATION,
                        Objects.requireNonNullElseGet(logo, () -> assets.address("lodge-mark.svg")))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private Optional<ServerResponse> picture(ServerRequest request, BrandPicture kind) {
        if (!Tenants.current().branding().has(kind)) {
            return Optional.empty();
        }
        Site desk = site.site();
        String tag = "\"" + desk.version() + "\"";
        boolean versioned = request.param("v").filter(desk.version()::equals).isPresent();
        String caching = versioned ? "public, max-age=31536000, immutable" : "no-cache";
        if (request.headers().header(HttpHeaders.IF_NONE_MATCH).contains(tag)) {
            return Optional.of(ServerResponse.status(HttpStatus.NOT_MODIFIED)
                    .header(HttpHeaders.ETAG, tag)
                    .header(HttpHeaders.CACHE_CONTROL, caching)
                    .build());
        }
        return brands.getObject()
                .picture(kind)
                .map(picture -> ServerResponse.ok()
                        .header(HttpHeaders.CONTENT_TYPE, picture.mediaType())
                        .header(HttpHeaders.ETAG, tag)
                        .header(HttpHeaders.CACHE_CONTROL, caching)
                        .header("X-Content-Type-Options", "nosniff")
                        // An SVG opened by itself is a document: it runs nothing and loads nothing.
                        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                        .body(picture.bytes()));
    }
}
