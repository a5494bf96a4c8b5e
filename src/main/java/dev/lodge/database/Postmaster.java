package dev.lodge.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server that a cluster's {@code postmaster.pid} speaks of, which may be long dead.
 * Lines of that file: 1 process id, 4 port (PostgreSQL's source, {@code miscadmin.h}).
 */
record Postmaster(Path cluster, long pid, int port) {

    static Optional<Postmaster> of(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file(cluster));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new Postmaster(
                            cluster,
                            Long.parseLong(lines.get(0).strip()),
                            Integer.parseInt(lines.get(3).strip())));
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /**
     * Whether a process of that number lives and is a PostgreSQL on this cluster. One that shows neither program nor
     * arguments is a zombie or another user's, and neither can be our server.
     */
    boolean alive() {
        return process().filter(this::servesThisCluster).isPresent();
    }

    /**
     * Removes the file of a dead server whose number has gone to another program, as happens after a reboot and in
     * containers: PostgreSQL would take that program for its predecessor and refuse to start. A number that is free
     * is left to the server's own checks, which also look for the dead server's surviving children.
     */
    static void forgetTheDead(Path cluster) throws IOException {
        Optional<Postmaster> recorded = of(cluster);
        if (recorded.isPresent()
                && recorded.get().process().isPresent()
                && !recorded.get().alive()) {
            Files.deleteIfExists(file(cluster));
        }
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    private boolean servesThisCluster(ProcessHandle process) {
        var seen = process.info();
        return seen.command().map(command -> command.endsWith("postgres")).orElse(false)
                && seen.commandLine()
                        .map(line -> line.contains(cluster.toString()))
                        .orElse(false);
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }
}
