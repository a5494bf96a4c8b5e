package dev.lodge.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One bundle for each module, {@code messages/MODULE_en.properties}; together they are the product's texts. */
@Configuration(proxyBeanMethods = false)
class Bundles {

    @Bean
    MessageSource messageSource() throws IOException {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(modules());
        source.setDefaultEncoding("UTF-8");
        source.setDefaultLocale(Locale.ENGLISH);
        source.setFallbackToSystemLocale(false);
        // Every text is a pattern, so that an apostrophe or brace means the same with and without values.
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    private static String[] modules() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_en.properties");
        return Arrays.stream(files)
                .map(file -> String.valueOf(file.getFilename()))
                .map(name -> "messages/" + name.substring(0, name.length() - "_en.properties".length()))
                .sorted()
                .toArray(String[]::new);
    }
}
