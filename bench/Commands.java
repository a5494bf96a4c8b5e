import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Programs run to their end. */
final class Commands {

    private Commands() {}

    /** What the program printed. @throws IllegalStateException with its output when it fails */
    static String run(List<String> command) throws IOException {
        return run(command, Map.of());
    }

    static String run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            throw new IllegalStateException(stopped);
        }
        return output;
    }
}
