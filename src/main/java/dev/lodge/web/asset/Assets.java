package dev.lodge.web.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The static files by name, and their versioned addresses. */
@Component
public class Assets {

    private static final String WEBJARS = "META-INF/resources/webjars/";
    private static final List<String> STYLES = List.of(
            "tokens",
            "bridge",
            "base",
            "shell",
            "meaning",
            "tickets",
            "ticket",
            "settings",
            "charts",
            "help",
            "quiet",
            "small",
            "knowledge",
            "notices",
            "search");
    private static final List<String> SCRIPTS = List.of("lodge", "keys", "ticket", "order", "files", "editor");
    private static final List<String> PICTURES = List.of("lodge-mark.svg");

    private final Map<String, StaticFile> files = new TreeMap<>();

    public Assets() {
        var tabler = new StylePruner(lines("web/tabler-classes.txt"))
                .prune(read(WEBJARS + "tabler__core/" + Versions.TABLER + "/dist/css/tabler.min.css"));
        var icons = new Icons(
                lines("web/icons.txt"),
                name -> read(WEBJARS + "tabler__icons/" + Versions.ICONS + "/icons/outline/" + name + ".svg"));
        String style = LogicalSides.of(tabler) + icons.style() + joined("static/css/", STYLES, ".css");
        add("lodge.css", "text/css", style);
        // A visitor's first page is small, so it does not come with the style of all others.
        add("help.css", "text/css", new StylePruner(lines("web/help-classes.txt")).prune(style));
        add(
                "lodge.js",
                "text/javascript",
                read(WEBJARS + "htmx.org/" + Versions.HTMX + "/dist/htmx.min.js") + "\n"
                        + joined("static/js/", SCRIPTS, ".js"));
        add("theme.js", "text/javascript", read("static/js/theme.js"));
        add("api-docs.js", "text/javascript", read("static/js/api-docs.js"));
        add("api-docs.css", "text/css", read("static/css/api-docs.css"));
        PICTURES.forEach(name -> add(name, "image/svg+xml", read("static/img/" + name)));
    }

    /**
     * The address under which browsers may keep the file.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public String address(String name) {
        return "/static/" + file(name).version() + "/" + name;
    }

    StaticFile file(String name) {
        var file = files.get(name);
        if (file == null) {
            throw new IllegalArgumentException("No static file named " + name);
        }
        return file;
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    private void add(String name, String type, String content) {
        files.put(name, StaticFile.of(type, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String joined(String folder, List<String> names, String ending) {
        return names.stream().map(name -> read(folder + name + ending)).collect(Collectors.joining("\n"));
    }

    private static List<String> lines(String path) {
        return Arrays.stream(read(path).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String read(String path) {
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("Missing on the class path: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
