package dev.lodge.web.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions of the WebJars on the class path, read from what Maven left in them. */
final class Versions {

    static final String TABLER = of("tabler__core");
    static final String ICONS = of("tabler__icons");
    static final String HTMX = of("htmx.org");

    private Versions() {}

    private static String of(String artifact) {
        var path = "META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties";
        try (InputStream in = Versions.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("Missing on the class path: " + path);
            }
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
