package dev.lodge.web.api;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.UrlHandlerFilter;

/** Each path of the API is served with and without its last slash. Handlers name it without. */
@Configuration(proxyBeanMethods = false)
class BothSlashForms {

    /** Before everything that looks at paths, so that a rule for a path holds for both its forms. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> withoutTheLastSlash() {
        var filter =
                new FilterRegistrationBean<>(UrlHandlerFilter.trailingSlashHandler("/api/**", "/healthz/", "/readyz/")
                        .wrapRequest()
                        .build());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
