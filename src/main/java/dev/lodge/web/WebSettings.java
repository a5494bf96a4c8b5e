package dev.lodge.web;

import dev.lodge.web.api.IfMatchArguments;
import dev.lodge.web.api.ListQueries;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What Lodge adds to Spring MVC. */
@Configuration(proxyBeanMethods = false)
class WebSettings implements WebMvcConfigurer {

    private final HtmlAnswers htmlAnswers;

    WebSettings(HtmlAnswers htmlAnswers) {
        this.htmlAnswers = htmlAnswers;
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(htmlAnswers);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ListQueries());
        resolvers.add(new IfMatchArguments());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new WordToEnum());
    }
}
