package dev.lodge.tenancy;

import dev.lodge.problem.NotFound;
import dev.lodge.problem.Problem;
import dev.lodge.problem.Unavailable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Binds the tenant that the request's host names around everything else, or marks the request as the platform's. Any other host is
 * not found, whatever the request says elsewhere; a tenant that is suspended or not migrated is refused here, before any other code.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SiteFilter extends OncePerRequestFilter {

    /** Asked by machines that know no host name. */
    private static final Set<String> ON_ANY_HOST = Set.of("/healthz", "/readyz", "/healthz/", "/readyz/");

    /** What a refusal's own page needs to look like the tenant's. */
    private static final Set<String> OF_A_NOTICE = Set.of("/theme.css", "/logo", "/favicon.ico");

    private final TenantRegistry registry;
    private final TenancySettings settings;
    private final HandlerExceptionResolver refusals;

    SiteFilter(
            TenantRegistry registry,
            TenancySettings settings,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        this.registry = registry;
        this.settings = settings;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (ON_ANY_HOST.contains(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        Optional<HostName> host = HostName.ofHeader(String.valueOf(request.getServerName()));
        if (host.filter(settings.baseDomain()::equals).isPresent()) {
            request.setAttribute(Sites.PLATFORM, true);
            chain.doFilter(request, response);
            return;
        }
        Optional<Tenant> tenant = host.flatMap(registry::byHost);
        if (tenant.isEmpty()) {
            refuse(request, response, new NotFound());
            return;
        }
        serve(tenant.get(), request, response, chain);
    }

    private void serve(Tenant tenant, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var logged = MDC.putCloseable("tenant", tenant.slug().value())) {
            Exchange exchange = Tenants.<Exchange, IOException>in(tenant, () -> {
                Optional<Problem> refusal = refusal(tenant, request.getRequestURI());
                if (refusal.isPresent()) {
                    refuse(request, response, refusal.get());
                    return Exchange.DONE;
                }
                try {
                    chain.doFilter(request, response);
                    return Exchange.DONE;
                } catch (ServletException failure) {
                    return new Exchange(Optional.of(failure));
                }
            });
            if (exchange.failure().isPresent()) {
                throw exchange.failure().get();
            }
        }
    }

    /** A scoped block throws one kind of exception; the servlet's own is carried out of it by hand. */
    private record Exchange(Optional<ServletException> failure) {
        static final Exchange DONE = new Exchange(Optional.empty());
    }

    private static Optional<Problem> refusal(Tenant tenant, String path) {
        if (OF_A_NOTICE.contains(path) || path.startsWith("/static/")) {
            return Optional.empty();
        }
        if (tenant.isSuspended()) {
            return Optional.of(new Unavailable(Unavailable.Reason.SUSPENDED));
        }
        return tenant.schemaVersion() < TenantSchema.MIGRATIONS.latest()
                ? Optional.of(new Unavailable(Unavailable.Reason.MAINTENANCE))
                : Optional.empty();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        refusals.resolveException(request, response, null, problem);
    }
}
