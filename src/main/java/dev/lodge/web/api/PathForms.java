package dev.lodge.web.api;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.UrlHandlerFilter;

/** Each path of the API means the same with and without a slash at its end. */
@Configuration(proxyBeanMethods = false)
class PathForms {

    /** Before whatever reads the path: the checks of requests stand at -150, security at -100. */
    private static final int ORDER = -160;

    @Bean
    FilterRegistrationBean<UrlHandlerFilter> bothForms() {
        var filter = new FilterRegistrationBean<>(
                UrlHandlerFilter.trailingSlashHandler("/api/**").wrapRequest().build());
        filter.setOrder(ORDER);
        return filter;
    }
}
