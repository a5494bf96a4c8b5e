import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What everything was measured on, in words that name nobody's machine. */
final class Machine {

    private Machine() {}

    static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    /** For a file's name: {@code 2-cores-linux}. */
    static String kind() {
        return "%d-cores-%s".formatted(cores(), System.getProperty("os.name").toLowerCase().replace(' ', '-'));
    }

    static String description(Scale scale) throws IOException {
        return ("%d cores, %s of memory, %s, %s, Java %s. Load generator, Lodge and PostgreSQL share the cores, over loopback. "
                        + "%d tenants with %,d tickets each, %,d in all.")
                .formatted(
                        cores(), memory(), system(), System.getProperty("os.arch"), Runtime.version(), scale.busy(),
                        scale.tickets(), scale.all());
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static String memory() {
        var system = (com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return Math.round(system.getTotalMemorySize() / 1e9) + " GB";
    }

    private static String system() throws IOException {
        Path release = Path.of("/etc/os-release");
        if (!Files.exists(release)) {
            return System.getProperty("os.name") + " " + System.getProperty("os.version");
        }
        return Files.readAllLines(release).stream()
                .filter(line -> line.startsWith("PRETTY_NAME="))
                .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
                .findFirst()
                .orElse("Linux");
    }
}
