package dev.lodge.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.web.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each language says all that English says: the same texts with the same values, and in words of its own. */
class TranslationTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path MAILS = Path.of("src/main/resources/mail");

    /** The API describes itself to programmers, in English. */
    private static final Set<String> ENGLISH_ONLY = Set.of("apidocs");

    /** Words that some of the languages share with English: names, abbreviations and loans. */
    private static final Set<String> ALIKE = Set.of(
            "API",
            "Admin",
            "Agent",
            "Agents",
            "Articles",
            "Browser",
            "CSV",
            "Code",
            "Conversation",
            "Date",
            "Description",
            "Domain",
            "Domains",
            "Filter",
            "Host",
            "In Lodge",
            "Link",
            "Logo",
            "Manager",
            "Message",
            "Name",
            "No",
            "Normal",
            "Notifications",
            "Organisation",
            "Person",
            "Port",
            "Roles",
            "SLA",
            "STARTTLS",
            "Schema",
            "Service",
            "Slug",
            "Status",
            "TXT",
            "Team",
            "Teams",
            "Text",
            "Ticket",
            "Tickets",
            "Token",
            "Trend",
            "Type",
            "Version {0}",
            "Versions",
            "Web",
            "https://",
            "normal",
            "{0} GB",
            "{0} MB",
            "{0} h {1} min",
            "{0} kB",
            "{0} min",
            "{0}: in Lodge");

    private static final Map<Language, Set<String>> FORMS = Map.of(
            Language.GERMAN, Set.of("one"),
            Language.FRENCH, Set.of("one"),
            Language.SPANISH, Set.of("one"),
            Language.ARABIC, Set.of("one", "two", "few", "many"));

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern VALUE = Pattern.compile("\\{\\d+[^{}]*}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\w+}}");
    private static final Pattern PLURAL = Pattern.compile("\\{\\d+,plural,");

    @TestFactory
    Stream<DynamicTest> everyTextIsSaidInEveryLanguage() {
        return others().flatMap(language -> Arrays.stream(names(MESSAGES, "_en.properties"))
                .filter(module -> !ENGLISH_ONLY.contains(module))
                .map(module ->
                        DynamicTest.dynamicTest(module + " in " + language.ownName(), () -> check(module, language))));
    }

    @TestFactory
    Stream<DynamicTest> everyMailIsWrittenInEveryLanguage() {
        return others().flatMap(language -> Arrays.stream(names(MAILS, "_en.md"))
                .map(mail -> DynamicTest.dynamicTest(mail + " in " + language.ownName(), () -> {
                    String written = Files.readString(MAILS.resolve(mail + "_" + language.tag() + ".md"));
                    String english = Files.readString(MAILS.resolve(mail + "_en.md"));
                    assertThat(placeholders(written)).isEqualTo(placeholders(english));
                    assertThat(written).isNotEqualTo(english);
                })));
    }

    @Test
    void thereIsNoBundleOfALanguageThatLodgeDoesNotSpeak() {
        var spoken = Stream.of(Language.values()).map(Language::tag).toList();
        assertThat(names(MESSAGES, ".properties"))
                .allMatch(name -> spoken.contains(name.substring(name.lastIndexOf('_') + 1)));
    }

    private static void check(String module, Language language) {
        var english = texts(module, Language.ENGLISH);
        var texts = texts(module, language);
        var grammar = new Grammar(language);
        var wrong = new ArrayList<String>();
        english.forEach((key, original) -> {
            String text = texts.get(key);
            if (text == null) {
                wrong.add(key + " is missing");
            } else {
                mistakes(key, original, text, language, grammar).forEach(wrong::add);
            }
        });
        texts.keySet().stream()
                .filter(key -> !english.containsKey(key))
                .forEach(key -> wrong.add(key + " is no text of this module"));
        assertThat(wrong).isEmpty();
    }

    private static List<String> mistakes(String key, String original, String text, Language language, Grammar grammar) {
        var wrong = new ArrayList<String>();
        try {
            var values = Phrase.read(text, grammar).values();
            var wanted = Phrase.read(original, new Grammar(Language.ENGLISH)).values();
            if (!values.equals(wanted)) {
                wrong.add(key + " uses the values " + values + " instead of " + wanted);
            }
        } catch (IllegalArgumentException unreadable) {
            wrong.add(key + ": " + unreadable.getMessage());
        }
        long plurals = PLURAL.matcher(text).results().count();
        for (String form : FORMS.getOrDefault(language, Set.of())) {
            if (Pattern.compile("\\b" + form + "\\s*\\{")
                            .matcher(text)
                            .results()
                            .count()
                    < plurals) {
                wrong.add(key + " has no form for “" + form + "”");
            }
        }
        if (text.equals(original) && hasWords(key, original) && !ALIKE.contains(original)) {
            wrong.add(key + " is still English: " + text);
        }
        if (text.contains("TODO") || text.contains("FIXME")) {
            wrong.add(key + " is not finished");
        }
        return wrong;
    }

    /** Date patterns, and texts of nothing but values and signs, may well be alike. */
    private static boolean hasWords(String key, String text) {
        return !key.contains("pattern")
                && WORD.matcher(VALUE.matcher(text).replaceAll("")).find();
    }

    private static Stream<Language> others() {
        return Stream.of(Language.values()).filter(language -> language != Language.ENGLISH);
    }

    private static List<String> placeholders(String mail) {
        return PLACEHOLDER
                .matcher(mail)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private static Path file(String module, Language language) {
        return MESSAGES.resolve(module + "_" + language.tag() + ".properties");
    }

    private static Map<String, String> texts(String module, Language language) {
        var read = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                assertThat(super.put(key, value)).as("%s stands twice", key).isNull();
                return value;
            }
        };
        try (var in = Files.newBufferedReader(file(module, language))) {
            read.load(in);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        var texts = new TreeMap<String, String>();
        read.stringPropertyNames().forEach(key -> texts.put(key, read.getProperty(key)));
        return texts;
    }

    private static String[] names(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toArray(String[]::new);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
