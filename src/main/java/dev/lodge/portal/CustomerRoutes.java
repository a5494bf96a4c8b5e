package dev.lodge.portal;

import dev.lodge.accounts.Anyone;
import dev.lodge.accounts.RouteRule;
import dev.lodge.accounts.SignedIn;
import dev.lodge.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Who reaches the routes that carry {@link ForCustomers}. */
@Component
class CustomerRoutes implements RouteRule {

    @Override
    public Verdict check(HandlerMethod route, HttpServletRequest request, @Nullable SignedIn signedIn) {
        if (!isForCustomers(route)) {
            return Verdict.NOT_MINE;
        }
        if (Tenants.bound().isEmpty()) {
            return Verdict.NOT_FOUND;
        }
        return switch (signedIn) {
            case null -> Verdict.SIGN_IN;
            case SignedInCustomer customer -> Verdict.ALLOWED;
            default -> Verdict.FORBIDDEN;
        };
    }

    private static boolean isForCustomers(HandlerMethod route) {
        return route.hasMethodAnnotation(ForCustomers.class)
                || route.getBeanType().isAnnotationPresent(ForCustomers.class)
                        && !route.hasMethodAnnotation(Anyone.class);
    }

    @Override
    public String signInPage() {
        return "/portal/signin";
    }
}
