package dev.lodge.web.language;

import dev.lodge.web.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One bundle for each module and language, {@code messages/MODULE_LANGUAGE.properties}; together they are the product's texts. The
 * English ones say which there are.
 */
@Configuration(proxyBeanMethods = false)
public class Bundles {

    private static final String ENGLISH = "_en.properties";

    @Bean
    public MessageSource messageSource() {
        List<String> modules = modules();
        return new Texts(language -> new Texts.Catalogue(read(modules, language), new Grammar(language)));
    }

    private static List<String> modules() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + ENGLISH);
            return Arrays.stream(files)
                    .map(file -> String.valueOf(file.getFilename()))
                    .map(name -> name.substring(0, name.length() - ENGLISH.length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> read(List<String> modules, Language language) {
        var texts = new HashMap<String, String>();
        for (String module : modules) {
            var file = "messages/%s_%s.properties".formatted(module, language.tag());
            try (var in = Bundles.class.getClassLoader().getResourceAsStream(file)) {
                var read = new Properties();
                if (in != null) {
                    read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                }
                read.stringPropertyNames().forEach(key -> texts.put(key, read.getProperty(key)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return texts;
    }
}
