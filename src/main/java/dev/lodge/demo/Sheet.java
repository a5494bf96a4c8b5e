package dev.lodge.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * An article as its file {@code demo/<desk>/articles/<language>/<key>.md} tells it: between two rules what is known of it, one fact a
 * line, and then its text, in which pictures go by the names of their files. {@code ago} is days before the moment of loading,
 * {@code read} how often it was read, {@code judged} how many it helped and how many not.
 */
record Sheet(String key, Map<String, String> facts, String text) {

    private static final Pattern FILE = Pattern.compile("---\\n(.*?)\\n---\\n\\n(.*)", Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("(?<=]\\()[a-z-]+\\.png(?=\\))");

    /** All that a desk has in a language, by key. */
    static Map<String, Sheet> all(String desk, String language) {
        var sheets = new LinkedHashMap<String, Sheet>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath:demo/%s/articles/%s/*.md".formatted(desk, language))) {
                String name = Objects.requireNonNull(file.getFilename());
                String key = name.substring(0, name.length() - ".md".length());
                sheets.put(key, of(key, file.getContentAsString(StandardCharsets.UTF_8)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sheets;
    }

    private static Sheet of(String key, String content) {
        Matcher parts = FILE.matcher(content);
        if (!parts.matches()) {
            throw new IllegalArgumentException("The demo's article %s is not written as one.".formatted(key));
        }
        var facts = new HashMap<String, String>();
        parts.group(1).lines().map(line -> line.split(": ", 2)).forEach(fact -> facts.put(fact[0], fact[1]));
        return new Sheet(key, Map.copyOf(facts), parts.group(2));
    }

    /** With what it does not say itself taken from the one that it translates. */
    Sheet over(Sheet original) {
        var all = new HashMap<>(original.facts);
        all.putAll(facts);
        return new Sheet(key, Map.copyOf(all), text);
    }

    String fact(String name) {
        String fact = facts.get(name);
        if (fact == null) {
            throw new IllegalArgumentException("The demo's article %s does not say its %s.".formatted(key, name));
        }
        return fact;
    }

    String factOr(String name, String otherwise) {
        return facts.getOrDefault(name, otherwise);
    }

    List<String> words(String name) {
        return Arrays.stream(factOr(name, "").split(", *"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The files of its pictures. */
    Stream<String> pictures() {
        return PICTURE.matcher(text).results().map(MatchResult::group);
    }

    /** Its text with pictures at their addresses. */
    String text(UnaryOperator<String> address) {
        return PICTURE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(address.apply(found.group())));
    }
}
