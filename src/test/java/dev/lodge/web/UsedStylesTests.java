package dev.lodge.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.knowledge.CategoryIcon;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What templates name exists: classes in our styles or among those kept of Tabler, icons among those served. */
class UsedStylesTests {

    private static final Pattern CLASS_ATTRIBUTE = Pattern.compile("class=\"([^\"$]*)");
    private static final Pattern ICON = Pattern.compile("\\bti-([a-z0-9-]+)|\\bicon = \"([a-z0-9-]+)\"");

    @Test
    void everyClassOfATemplateHasAStyle() {
        var ours = new TreeSet<String>();
        var names = Pattern.compile("\\.((?:l|is)-[\\w-]+)");
        SourceFiles.styles()
                .values()
                .forEach(css -> names.matcher(css).results().forEach(found -> ours.add(found.group(1))));
        var tabler = SourceFiles.words("web/tabler-classes.txt");
        var unknown = new TreeMap<String, String>();
        SourceFiles.templates()
                .forEach((path, source) -> classes(source)
                        .filter(name -> !name.startsWith("ti") && !ours.contains(name))
                        .filter(name -> tabler.stream().noneMatch(kept -> matches(kept, name)))
                        .forEach(name ->
                                unknown.put(path + ": " + name, "add it to web/tabler-classes.txt or to our styles")));
        assertThat(without(unknown, "gallery/")).isEmpty();
    }

    @Test
    void whatVisitorsReadHasItsStyleInTheSmallSheet() {
        var kept = SourceFiles.words("web/help-classes.txt");
        var templates = SourceFiles.templates();
        var missing = new TreeMap<String, String>();
        for (String path : shownToVisitors(templates)) {
            classes(Objects.requireNonNull(templates.get(path)))
                    .filter(name -> kept.stream().noneMatch(word -> matches(word, name)))
                    .forEach(name -> missing.put(path + ": " + name, "add it to web/help-classes.txt"));
        }
        assertThat(missing).isEmpty();
    }

    /** Pages without a token of a form, what they ask for once they are there, and all that these are made of. */
    private static Set<String> shownToVisitors(Map<String, String> templates) {
        var used = Pattern.compile("@template\\.([\\w.-]+)\\(");
        var open = new ArrayDeque<>(List.of("portal/vote.jte", "web/toast.jte"));
        templates.forEach((path, source) -> {
            if (source.contains("guarded = false,")) {
                open.add(path);
            }
        });
        var found = new TreeSet<String>();
        while (!open.isEmpty()) {
            String path = open.pop();
            if (found.add(path)) {
                used.matcher(Objects.requireNonNull(templates.get(path)))
                        .results()
                        .forEach(use -> open.add(use.group(1).replace('.', '/') + ".jte"));
            }
        }
        return found;
    }

    @Test
    void everyIconIsServed() {
        var served = SourceFiles.words("web/icons.txt");
        var unknown = new TreeMap<String, String>();
        SourceFiles.templates()
                .forEach((path, source) -> ICON.matcher(source)
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .filter(name -> !name.isEmpty() && !served.contains(name))
                        .forEach(name -> unknown.put(path + ": " + name, "add it to web/icons.txt")));
        assertThat(unknown).isEmpty();
    }

    @Test
    void whatACategoryMayBeMarkedWithIsServedToVisitorsToo() {
        var icons = SourceFiles.words("web/icons.txt");
        var kept = SourceFiles.words("web/help-classes.txt");

        assertThat(CategoryIcon.values()).extracting(CategoryIcon::glyph).allSatisfy(glyph -> {
            assertThat(icons).contains(glyph);
            assertThat(kept).contains("ti-" + glyph);
        });
    }

    @Test
    void noTemplateHasInlineStyleOrScript() {
        var inline = Pattern.compile("\\sstyle=\"|<style|\\son[a-z]+=\"|<script(?![^>]*src=)|\\bhx-on");
        var found = new TreeMap<String, String>();
        SourceFiles.templates()
                .forEach((path, source) ->
                        inline.matcher(source).results().forEach(result -> found.put(path, result.group())));
        assertThat(found).isEmpty();
    }

    private static Stream<String> classes(String source) {
        return CLASS_ATTRIBUTE
                .matcher(source)
                .results()
                .flatMap(found -> Stream.of(found.group(1).strip().split("\\s+")))
                .filter(name -> !name.isEmpty() && !name.endsWith("-"));
    }

    private static boolean matches(String kept, String name) {
        return kept.endsWith("*") ? name.startsWith(kept.substring(0, kept.length() - 1)) : name.equals(kept);
    }

    private static Map<String, String> without(Map<String, String> found, String folder) {
        found.keySet().removeIf(path -> path.startsWith(folder));
        return found;
    }
}
