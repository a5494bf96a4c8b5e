package dev.lodge.web.asset;

import dev.lodge.tenancy.Brands;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.CurrentSite;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The picture that a tenant uploaded, at {@code /logo}. */
@Configuration(proxyBeanMethods = false)
class Logos {

    private final ObjectProvider<Brands> brands;
    private final CurrentSite site;

    Logos(ObjectProvider<Brands> brands, CurrentSite site) {
        this.brands = brands;
        this.site = site;
    }

    @Bean
    RouterFunction<ServerResponse> logoRoute() {
        return RouterFunctions.route().GET("/logo", this::logo).build();
    }

    private ServerResponse logo(ServerRequest request) {
        if (Tenants.bound().isEmpty()) {
            return ServerResponse.notFound().build();
        }
        boolean versioned =
                request.param("v").filter(site.site().version()::equals).isPresent();
        return brands.getObject()
                .logo()
                .map(logo -> ServerResponse.ok()
                        .header(HttpHeaders.CONTENT_TYPE, logo.mediaType())
                        .header(
                                HttpHeaders.CACHE_CONTROL,
                                versioned ? "public, max-age=31536000, immutable" : "no-cache")
                        .header("X-Content-Type-Options", "nosniff")
                        // An SVG opened by itself is a document: it runs nothing and loads nothing.
                        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                        .body(logo.bytes()))
                .orElseGet(() -> ServerResponse.notFound().build());
    }
}
