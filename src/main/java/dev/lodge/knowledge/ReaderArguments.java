package dev.lodge.knowledge;

import dev.lodge.accounts.SignedIn;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.Unauthenticated;
import dev.lodge.tenancy.Tenants;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives handlers the {@link Reader}. Credentials that are no good make nobody a visitor: they are refused. */
@Configuration(proxyBeanMethods = false)
class ReaderArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    ReaderArguments() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Reader.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Reader.class;
    }

    @Override
    public Reader resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (Tenants.bound().isEmpty()) {
            throw new NotFound();
        }
        var signedIn = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn found ? found : null;
        if (signedIn == null && request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            throw new Unauthenticated();
        }
        return Reader.of(signedIn);
    }
}
