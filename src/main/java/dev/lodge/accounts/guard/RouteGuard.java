package dev.lodge.accounts.guard;

import dev.lodge.accounts.Anyone;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.accounts.RouteRule;
import dev.lodge.accounts.SignedIn;
import dev.lodge.problem.Forbidden;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.Unauthenticated;
import dev.lodge.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Lets a request reach its handler only as the mark beside the route says. Without a mark nobody passes. */
@Component
class RouteGuard implements HandlerInterceptor {

    private final List<RouteRule> rules;
    private final SignInRedirect signIn = new SignInRedirect();

    RouteGuard(ObjectProvider<RouteRule> rules) {
        this.rules = rules.orderedStream().toList();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        return switch (handler) {
            case HandlerMethod route -> mayReach(route, request, response);
            // Files for everybody. Handlers that answer for a person are methods of controllers.
            case HandlerFunction<?> file -> true;
            case ResourceHttpRequestHandler file -> true;
            default -> throw new Forbidden();
        };
    }

    private boolean mayReach(HandlerMethod route, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        for (RouteRule rule : rules) {
            var verdict = rule.check(route, request, signedIn());
            if (verdict != RouteRule.Verdict.NOT_MINE) {
                return obey(verdict, rule.signInPage(), request, response);
            }
        }
        return obey(ownVerdict(route), "/signin", request, response);
    }

    private RouteRule.Verdict ownVerdict(HandlerMethod route) {
        var requires = nearest(route, Requires.class, Anyone.class);
        if (requires != null) {
            return verdictFor(requires.value());
        }
        boolean open = nearest(route, Anyone.class, Requires.class) != null || isOfTheFramework(route);
        return open ? RouteRule.Verdict.ALLOWED : RouteRule.Verdict.FORBIDDEN;
    }

    private RouteRule.Verdict verdictFor(Permission permission) {
        if (Tenants.bound().isEmpty()) {
            return RouteRule.Verdict.NOT_FOUND;
        }
        var found = signedIn();
        if (found == null || !(found.getPrincipal() instanceof Caller caller)) {
            return RouteRule.Verdict.SIGN_IN;
        }
        return caller.may(permission) ? RouteRule.Verdict.ALLOWED : RouteRule.Verdict.FORBIDDEN;
    }

    private boolean obey(
            RouteRule.Verdict verdict, String signInPage, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (verdict) {
            case ALLOWED -> {
                return true;
            }
            case SIGN_IN -> {
                if (isApi(request)) {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                    throw new Unauthenticated();
                }
                signIn.send(signInPage, request, response);
                return false;
            }
            case NOT_FOUND -> throw new NotFound();
            case FORBIDDEN, NOT_MINE -> throw new Forbidden();
        }
        throw new IllegalStateException();
    }

    /** The mark on the method, or that on its type unless the method carries the other one. */
    private static <A extends java.lang.annotation.Annotation> @Nullable A nearest(
            HandlerMethod route, Class<A> mark, Class<? extends java.lang.annotation.Annotation> other) {
        A onMethod = route.getMethodAnnotation(mark);
        if (onMethod != null || route.hasMethodAnnotation(other)) {
            return onMethod;
        }
        return route.getBeanType().getAnnotation(mark);
    }

    /** Error pages, and the description of the API: the framework's own handlers carry none of our marks. */
    private static boolean isOfTheFramework(HandlerMethod route) {
        return ErrorController.class.isAssignableFrom(route.getBeanType())
                || route.getBeanType().getName().startsWith("org.springdoc.");
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    static @Nullable SignedIn signedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn found ? found : null;
    }
}
