package dev.lodge.platform.signin;

import dev.lodge.accounts.RouteRule;
import dev.lodge.accounts.SignedIn;
import dev.lodge.platform.OperatorRoute;
import dev.lodge.tenancy.Sites;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Routes marked {@link OperatorRoute} exist on the platform's host alone, and for operators alone. */
@Component
class OperatorRoutes implements RouteRule {

    @Override
    public Verdict check(HandlerMethod route, HttpServletRequest request, @Nullable SignedIn signedIn) {
        OperatorRoute mark = markOf(route);
        if (mark == null) {
            return Verdict.NOT_MINE;
        }
        if (!Sites.isPlatform(request)) {
            return Verdict.NOT_FOUND;
        }
        return mark.open() || signedIn instanceof SignedInOperator ? Verdict.ALLOWED : Verdict.SIGN_IN;
    }

    @Override
    public String signInPage() {
        return "/operator/signin";
    }

    private static @Nullable OperatorRoute markOf(HandlerMethod route) {
        OperatorRoute onMethod = route.getMethodAnnotation(OperatorRoute.class);
        return onMethod != null ? onMethod : route.getBeanType().getAnnotation(OperatorRoute.class);
    }
}
