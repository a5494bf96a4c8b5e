import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Which part of the program a running Lodge spends its processor time in, from samples of JDK Flight Recorder. A sample counts for the
 * part whose code is nearest to where it was taken, so a part pays for what it calls in the Java runtime.
 */
record Profile(Map<String, Double> shares, Map<String, Double> methods) {

    private static final Map<String, List<String>> PARTS = parts();

    private static Map<String, List<String>> parts() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("PostgreSQL driver", List.of("org.postgresql."));
        parts.put("connection pool", List.of("com.zaxxer."));
        parts.put("jOOQ", List.of("org.jooq."));
        parts.put("Jackson", List.of("tools.jackson.", "com.fasterxml."));
        parts.put("Spring Security", List.of("org.springframework.security."));
        parts.put("Spring transactions and JDBC", List.of("org.springframework.transaction.", "org.springframework.jdbc."));
        parts.put("Spring, the rest", List.of("org.springframework."));
        parts.put("Tomcat", List.of("org.apache.", "jakarta."));
        parts.put("logging and metrics", List.of("ch.qos.", "org.slf4j.", "io.micrometer."));
        parts.put("Lodge", List.of("dev.lodge."));
        return parts;
    }

    /** Starts recording in the process; {@link #end} reads it. */
    static void begin(long pid) throws IOException {
        jcmd(pid, "JFR.start", "name=bench", "settings=default", "jdk.CPUTimeSample#enabled=true",
                "jdk.CPUTimeSample#throttle=10ms");
    }

    static Profile end(long pid, Path file) throws IOException {
        Files.deleteIfExists(file);
        jcmd(pid, "JFR.stop", "name=bench", "filename=" + file);
        Map<String, Double> parts = new TreeMap<>();
        Map<String, Double> methods = new TreeMap<>();
        double samples = 0;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.CPUTimeSample")) {
                    samples++;
                    parts.merge(part(event.getStackTrace()), 1.0, Double::sum);
                    methods.merge(method(event.getStackTrace()), 1.0, Double::sum);
                }
            }
        }
        double all = Math.max(1, samples);
        parts.replaceAll((part, count) -> count / all);
        methods.replaceAll((method, count) -> count / all);
        return new Profile(parts, methods);
    }

    private static String part(RecordedStackTrace stack) {
        if (stack == null) {
            return "virtual machine (compiling, collecting garbage)";
        }
        for (RecordedFrame frame : stack.getFrames()) {
            String type = frame.getMethod().getType().getName();
            for (var part : PARTS.entrySet()) {
                if (part.getValue().stream().anyMatch(type::startsWith)) {
                    return part.getKey();
                }
            }
        }
        return "Java runtime";
    }

    private static String method(RecordedStackTrace stack) {
        if (stack == null || stack.getFrames().isEmpty()) {
            return "none";
        }
        var top = stack.getFrames().getFirst().getMethod();
        return top.getType().getName() + "." + top.getName();
    }

    private static void jcmd(long pid, String... command) throws IOException {
        List<String> all = new java.util.ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(pid)));
        all.addAll(List.of(command));
        Commands.run(all);
    }
}
