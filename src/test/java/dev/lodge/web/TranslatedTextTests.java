package dev.lodge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word that people read stands in a bundle, every key used exists, and every key is used. */
class TranslatedTextTests {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("\\s(?:title|aria-label|placeholder|alt|aria-description)=\"([^\"]*)\"");

    /** The first strings of parameters that are shown: literal text given to components. */
    private static final Pattern SPOKEN_PARAMETER =
            Pattern.compile("\\b(?:title|label|help|question|opens|does)\\s*=\\s*\"([^\"]*)\"");

    /** A string that looks like a key of a bundle, or like the beginning of one that is completed at run time. */
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-z0-9_-]+)+[._]?|[a-z]+\\.)\"");

    @Test
    void templatesHaveNoWordsOfTheirOwn() {
        var literal = new ArrayList<String>();
        SourceFiles.templates().forEach((path, source) -> {
            if (!path.startsWith("gallery/")) {
                words(source).forEach(word -> literal.add(path + ": " + word));
            }
        });
        assertThat(literal).as("words that belong into a message bundle").isEmpty();
    }

    @Test
    void everyKeyThatIsUsedExists() throws IOException {
        var keys = keys();
        var modules = modules();
        var missing = usages().filter(key -> modules.contains(key.substring(0, key.indexOf('.'))))
                .filter(key -> !keys.contains(key) && keys.stream().noneMatch(known -> isBeginning(key, known)))
                .toList();
        assertThat(missing).as("keys without a text").isEmpty();
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        var used = new TreeSet<>(usages().toList());
        var idle = keys().stream()
                .filter(key -> !used.contains(key) && used.stream().noneMatch(beginning -> isBeginning(beginning, key)))
                .toList();
        assertThat(idle).as("texts that nothing shows").isEmpty();
    }

    @Test
    void eachKeyBelongsToTheModuleOfItsFile() throws IOException {
        for (String module : modules()) {
            assertThat(keysOf(module)).as(module).allMatch(key -> key.startsWith(module + "."));
        }
    }

    private static boolean isBeginning(String usage, String key) {
        return (usage.endsWith(".") || usage.endsWith("_"))
                && usage.indexOf('.') < usage.length() - 1
                && key.startsWith(usage);
    }

    private static List<String> words(String source) {
        var found = new ArrayList<String>();
        var fixed = withoutCode(withoutCode(source, "!{"), "${");
        Stream.of(SPOKEN_ATTRIBUTE, SPOKEN_PARAMETER)
                .flatMap(pattern -> pattern.matcher(fixed).results())
                .map(result -> result.group(1))
                .filter(text -> WORD.matcher(text).find())
                .forEach(found::add);
        WORD.matcher(textBetweenTags(source)).results().map(MatchResult::group).forEach(found::add);
        return found;
    }

    private static String textBetweenTags(String source) {
        var text = source.replaceAll("(?m)^@(?:import|param).*$", "");
        text = withoutCode(text, "!{");
        text = withoutCode(text, "${");
        text = withoutCode(text, "$unsafe{");
        text = withoutCalls(text);
        text = text.replaceAll("(?s)<!doctype html>", "").replaceAll("(?s)<kbd[^>]*>[^<]*</kbd>", "");
        text = withoutTags(text);
        return text.replaceAll("&[a-z]+;", "");
    }

    /** Drops code in braces, which may hold braces and strings. */
    private static String withoutCode(String source, String opening) {
        var kept = new StringBuilder();
        int at = 0;
        for (int start = source.indexOf(opening); start >= 0; start = source.indexOf(opening, at)) {
            kept.append(source, at, start);
            at = afterPair(source, start + opening.length() - 1, '{', '}');
        }
        return kept.append(source.substring(at)).toString();
    }

    /** Drops template calls and control words with what stands in their parentheses, but keeps content blocks in them. */
    private static String withoutCalls(String source) {
        var calls = Pattern.compile("@(?:template\\.[\\w.-]+|if|elseif|for|else|endif|endfor|raw|endraw)");
        var kept = new StringBuilder();
        int at = 0;
        var call = calls.matcher(source);
        while (at <= source.length() && call.find(at)) {
            kept.append(source, at, call.start());
            int end = call.end();
            if (end < source.length() && source.charAt(end) == '(') {
                int close = afterPair(source, end, '(', ')');
                contentBlocks(source.substring(end + 1, close - 1))
                        .forEach(block ->
                                kept.append('>').append(withoutCalls(block)).append('<'));
                end = close;
            }
            at = end;
        }
        return kept.append(source.substring(Math.min(at, source.length()))).toString();
    }

    private static List<String> contentBlocks(String arguments) {
        var blocks = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < arguments.length(); i++) {
            if (arguments.startsWith("@`", i)) {
                start = depth++ == 0 ? i + 2 : start;
                i++;
            } else if (arguments.charAt(i) == '`' && --depth == 0) {
                blocks.add(arguments.substring(start, i));
            }
        }
        return blocks;
    }

    private static String withoutTags(String text) {
        return text.replaceAll("<[/a-zA-Z!](?:[^>\"']|\"[^\"]*\"|'[^']*')*>", " ");
    }

    private static int afterPair(String source, int open, char opening, char closing) {
        int depth = 0;
        for (int i = open; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"' && depth > 0 && opening == '{') {
                for (i++; source.charAt(i) != '"'; i++) {
                    i += source.charAt(i) == '\\' ? 1 : 0;
                }
            } else if (c == opening) {
                depth++;
            } else if (c == closing && --depth == 0) {
                return i + 1;
            }
        }
        throw new AssertionError(
                "Unbalanced " + opening + " near: " + source.substring(open, Math.min(source.length(), open + 60)));
    }

    private static Stream<String> usages() {
        return Stream.of(SourceFiles.templates(), SourceFiles.java())
                .flatMap(sources -> sources.values().stream())
                .flatMap(source -> Stream.concat(
                        KEY.matcher(source).results(),
                        Pattern.compile("\\{([a-z]+(?:\\.[a-z0-9_]+)+)}")
                                .matcher(source)
                                .results()))
                .map(result -> result.group(1));
    }

    private static Set<String> modules() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            var modules = new TreeSet<String>();
            files.forEach(file -> modules.add(file.getFileName().toString().replaceAll("_[a-z]+\\.properties$", "")));
            return modules;
        }
    }

    private static Set<String> keys() throws IOException {
        var keys = new TreeSet<String>();
        for (String module : modules()) {
            keys.addAll(keysOf(module));
        }
        return keys;
    }

    private static Set<String> keysOf(String module) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(BUNDLES.resolve(module + "_en.properties"))) {
            properties.load(in);
        }
        return properties.stringPropertyNames();
    }
}
