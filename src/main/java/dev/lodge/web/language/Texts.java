package dev.lodge.web.language;

import dev.lodge.web.Language;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/**
 * The texts of all languages. A language's bundles are read when it is first spoken, and a pattern when it is first needed; from then on
 * reading takes no lock. What a language lacks is said in English.
 */
final class Texts implements MessageSource {

    private final ConcurrentMap<Language, Catalogue> catalogues = new ConcurrentHashMap<>();
    private final Function<Language, Catalogue> load;

    Texts(Function<Language, Catalogue> load) {
        this.load = load;
    }

    /** The texts of one language. */
    static final class Catalogue {

        private final Map<String, String> patterns;
        private final Grammar grammar;
        private final ConcurrentMap<String, Phrase> read = new ConcurrentHashMap<>();

        Catalogue(Map<String, String> patterns, Grammar grammar) {
            this.patterns = Map.copyOf(patterns);
            this.grammar = grammar;
        }

        @Nullable
        Phrase find(String key) {
            Phrase known = read.get(key);
            if (known != null) {
                return known;
            }
            String pattern = patterns.get(key);
            return pattern == null ? null : read.computeIfAbsent(key, unread -> Phrase.read(pattern, grammar));
        }
    }

    @Override
    public @Nullable String getMessage(
            String code, @Nullable Object @Nullable [] arguments, @Nullable String otherwise, @Nullable Locale locale) {
        Phrase phrase = find(code, locale);
        return phrase == null ? otherwise : said(phrase, arguments, locale);
    }

    @Override
    public String getMessage(String code, @Nullable Object @Nullable [] arguments, @Nullable Locale locale) {
        Phrase phrase = find(code, locale);
        if (phrase == null) {
            throw new NoSuchMessageException(code, locale == null ? Locale.ENGLISH : locale);
        }
        return said(phrase, arguments, locale);
    }

    @Override
    public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
        String[] codes = resolvable.getCodes();
        for (String code : codes == null ? new String[0] : codes) {
            Phrase phrase = find(code, locale);
            if (phrase != null) {
                return said(phrase, resolvable.getArguments(), locale);
            }
        }
        String otherwise = resolvable.getDefaultMessage();
        if (otherwise == null) {
            throw new NoSuchMessageException(Arrays.toString(codes), locale == null ? Locale.ENGLISH : locale);
        }
        return otherwise;
    }

    private String said(Phrase phrase, @Nullable Object @Nullable [] arguments, @Nullable Locale locale) {
        if (arguments == null || arguments.length == 0) {
            return phrase.with();
        }
        Object[] values = arguments.clone();
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof MessageSourceResolvable inner) {
                values[i] = getMessage(inner, locale);
            }
        }
        return phrase.with(values);
    }

    private @Nullable Phrase find(String key, @Nullable Locale locale) {
        Language language = locale == null ? Language.ENGLISH : Language.nearest(locale);
        Phrase phrase = catalogue(language).find(key);
        return phrase == null && language != Language.ENGLISH
                ? catalogue(Language.ENGLISH).find(key)
                : phrase;
    }

    private Catalogue catalogue(Language language) {
        Catalogue known = catalogues.get(language);
        return known != null ? known : catalogues.computeIfAbsent(language, load);
    }
}
