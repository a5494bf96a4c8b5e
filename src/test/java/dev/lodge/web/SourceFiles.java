package dev.lodge.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The sources as text, for tests that read them as people do. */
public final class SourceFiles {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern COMMENT = Pattern.compile("(?s)<%--.*?--%>");

    private SourceFiles() {}

    /** It makes mails, which stand outside of pages and need styles of their own. */
    private static final String LETTER = "email/letter.jte";

    /** Templates of pages without their comments, by path below {@code src/main/jte}. */
    public static Map<String, String> templates() {
        var found = read(MAIN.resolve("jte"), path -> path.toString().endsWith(".jte"));
        found.remove(LETTER);
        found.replaceAll((path, source) -> COMMENT.matcher(source).replaceAll(""));
        return found;
    }

    /** Java sources of the product. */
    public static Map<String, String> java() {
        return read(MAIN.resolve("java"), path -> path.toString().endsWith(".java"));
    }

    /** Style sheets of ours. */
    public static Map<String, String> styles() {
        return read(
                MAIN.resolve("resources/static/css"), path -> path.toString().endsWith(".css"));
    }

    /** The words of a resource that lists them. */
    public static List<String> words(String resource) {
        return List.of(
                content(MAIN.resolve("resources").resolve(resource)).strip().split("\\s+"));
    }

    private static Map<String, String> read(Path root, Predicate<Path> wanted) {
        try (var files = Files.walk(root)) {
            var found = new TreeMap<String, String>();
            files.filter(wanted).forEach(path -> found.put(root.relativize(path).toString(), content(path)));
            return found;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String content(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
