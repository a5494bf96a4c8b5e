package dev.lodge.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server of a test's own, to which accidents happen. Its data are as safe as in earnest. */
public final class FragileServer implements AutoCloseable {

    private static final int SPARE_MEGABYTES = 24;

    private final DataDirectory directory;
    private final Cluster cluster;
    private final EmbeddedPostgres server;
    private final int port;
    private boolean mounted;

    private FragileServer(DataDirectory directory, Cluster cluster, EmbeddedPostgres server, int port) {
        this.directory = directory;
        this.cluster = cluster;
        this.server = server;
        this.port = port;
    }

    /** Starts one whose files are in a new directory, which goes with it. */
    public static FragileServer start() throws IOException {
        DataDirectory directory = TestDatabase.directoryWithBinaries(Files.createTempDirectory("lodge-fragile-"));
        var server = EmbeddedPostgres.open(directory, 0);
        Binaries binaries = Binaries.unpackedIn(directory);
        var cluster = new Cluster(directory, binaries, ServerAccount.choose(directory, binaries));
        int port = Postmaster.of(directory.cluster()).orElseThrow().port();
        return new FragileServer(directory, cluster, server, port);
    }

    public DatabaseAddress address() {
        return server.address();
    }

    /** Ends it in the midst of whatever it does, as {@code pg_ctl stop --mode=immediate} does. */
    public void crash() throws Exception {
        long pid = Postmaster.of(directory.cluster()).orElseThrow().pid();
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        command("kill", "-QUIT", Long.toString(pid));
        postmaster.onExit().get(30, TimeUnit.SECONDS);
    }

    /** Starts it anew at its port. */
    public void recover() throws IOException {
        if (!cluster.start(port, Durability.SAFE)) {
            throw new IOException("Somebody took the port " + port);
        }
    }

    /** Puts the tables, though not the log by which they are recovered, on a small disk. @return whether this machine allows it */
    public boolean moveToSmallDisk() throws Exception {
        Path tables = tables();
        Path kept = directory.cluster().resolveSibling("kept");
        cluster.stop();
        try {
            command("cp", "-a", tables.toString(), kept.toString());
            long megabytes = SPARE_MEGABYTES + size(kept) / (1 << 20);
            mounted = succeeds(
                    "mount", "-t", "tmpfs", "-o", "mode=700,size=" + megabytes + "m", "tmpfs", tables.toString());
            if (mounted) {
                command("cp", "-a", kept + "/.", tables.toString());
            }
        } finally {
            DataDirectory.deleteTree(kept);
            recover();
        }
        return mounted;
    }

    /** Fills the small disk to its last byte. */
    public void fillDisk() throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream filler = Files.newOutputStream(filler())) {
            for (long written = 0; written < (1L << 30); written += block.length) {
                filler.write(block);
            }
            throw new IllegalStateException("That was no small disk.");
        } catch (IOException full) {
            if (!DataDirectory.speaksOfFullDisk(String.valueOf(full.getMessage()))) {
                throw full;
            }
        }
    }

    /** Makes room on it again, if it is full. */
    public void freeDisk() throws IOException {
        Files.deleteIfExists(filler());
    }

    @Override
    public void close() throws Exception {
        server.close();
        if (mounted) {
            command("umount", tables().toString());
        }
        DataDirectory.deleteTree(directory.root());
    }

    private Path tables() {
        return directory.cluster().resolve("base");
    }

    private Path filler() {
        return tables().resolve("filler");
    }

    private static long size(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void command(String... words) throws Exception {
        if (!succeeds(words)) {
            throw new IOException("This failed: " + String.join(" ", words));
        }
    }

    private static boolean succeeds(String... words) throws Exception {
        return new ProcessBuilder(List.of(words)).inheritIO().start().waitFor() == 0;
    }
}
