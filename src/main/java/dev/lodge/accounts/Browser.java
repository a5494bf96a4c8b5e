package dev.lodge.accounts;

import java.util.List;

/**
 * What a User-Agent header says in two words. A guess for people to recognise their own device by, nothing to rely on.
 *
 * @param name of the browser, or the first word of the header
 * @param system that it runs on, or an empty text
 */
public record Browser(String name, String system) {

    /** The first that is contained counts: browsers also claim to be those they descend from. */
    private static final List<String> NAMES = List.of("Edg", "OPR", "Firefox", "Chrome", "Safari", "curl");

    private static final List<String> SYSTEMS =
            List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "CrOS", "Linux");

    public static Browser of(String userAgent) {
        String name = NAMES.stream().filter(userAgent::contains).findFirst().orElse(firstWord(userAgent));
        String system = SYSTEMS.stream().filter(userAgent::contains).findFirst().orElse("");
        return new Browser(
                switch (name) {
                    case "Edg" -> "Edge";
                    case "OPR" -> "Opera";
                    default -> name;
                },
                switch (system) {
                    case "Mac OS" -> "macOS";
                    case "CrOS" -> "ChromeOS";
                    default -> system;
                });
    }

    private static String firstWord(String userAgent) {
        String word = userAgent.strip().split("[\\s/]", 2)[0];
        return word.length() <= 30 ? word : word.substring(0, 30);
    }
}
