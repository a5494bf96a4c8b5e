package dev.lodge.accounts.guard;

import dev.lodge.problem.Forbidden;
import dev.lodge.problem.Message;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The one chain of filters. It keeps no servlet session and remembers no request; routes are guarded by {@link RouteGuard}. */
@Configuration(proxyBeanMethods = false)
class SecurityChain {

    @Bean
    SecurityFilterChain everything(
            HttpSecurity http,
            Credentials credentials,
            CrossSite crossSite,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        return http.sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(credentials))
                .csrf(csrf -> csrf.csrfTokenRepository(crossSite).requireCsrfProtectionMatcher(crossSite))
                .exceptionHandling(
                        refused -> refused.accessDeniedHandler((request, response, denied) -> refusals.resolveException(
                                request, response, null, new Forbidden(Message.of("accounts.cross_site")))))
                .build();
    }

    /** Before all other filters, so that refusals of theirs carry the headers too. */
    @Bean
    FilterRegistrationBean<HeaderWriterFilter> protectiveHeaders() {
        var filter = new FilterRegistrationBean<>(new HeaderWriterFilter(ProtectiveHeaders.all()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** The framework's own rule for headers, without an expression to match at each look at one. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(SecurityChain::isPlain);
        firewall.setAllowedHeaderValues(value -> isPlain(value.replace('\t', ' ')));
        return firewall;
    }

    private static boolean isPlain(String text) {
        return text.codePoints().allMatch(point -> Character.isDefined(point) && !Character.isISOControl(point));
    }

    /** Nobody signs in through the framework; without this bean Spring Boot would make up a user. */
    @Bean
    AuthenticationManager nobody() {
        return authentication -> {
            throw new ProviderNotFoundException("People sign in on Lodge's own pages.");
        };
    }
}
