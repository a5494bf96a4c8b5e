package dev.lodge.accounts.guard;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.SignedIn;
import dev.lodge.problem.Unauthenticated;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets handlers take the {@link Caller}, or whichever {@link SignedIn} their routes are for. */
final class CallerArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Caller.class || SignedIn.class.isAssignableFrom(type);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var found = RouteGuard.signedIn();
        if (found != null && parameter.getParameterType().isInstance(found)) {
            return found;
        }
        if (found != null && parameter.getParameterType().isInstance(found.getPrincipal())) {
            return found.getPrincipal();
        }
        throw new Unauthenticated();
    }
}
