import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results, as Markdown, printed as they come and written at the end. */
final class Report {

    private final List<String> targets = new ArrayList<>();
    private final StringBuilder details = new StringBuilder();

    /** A row of the table of targets. */
    void target(String what, String target, boolean reached, String measured) {
        String row = "| %s | %s | %s | %s |".formatted(what, target, measured, reached ? "yes" : "**no**");
        targets.add(row);
        System.out.println(row);
    }

    void heading(String text) {
        line("\n## " + text + "\n");
    }

    void line(String text) {
        details.append(text).append('\n');
        System.out.println(text);
    }

    void rate(String what, Load.Rate rate) {
        line(text(
                "| %s | %,.0f | %.1f | %.1f | %d |", what, rate.perSecond(), rate.median(), rate.p99(), rate.failures()));
    }

    /** The largest shares, each in percent. */
    void shares(Map<String, Double> shares, int most) {
        shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(most)
                .filter(share -> share.getValue() >= 0.005)
                .forEach(share -> line(text("| %s | %.0f %% |", share.getKey(), share.getValue() * 100)));
    }

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    void write(Path file, String machine) throws IOException {
        String table = "# Measured\n\n" + machine + "\n\n| what | target | measured | reached |\n| --- | --- | --- | --- |\n"
                + String.join("\n", targets) + "\n";
        Files.writeString(file, table + details);
        System.out.println("\n" + table + "\nWritten to " + file);
    }
}
