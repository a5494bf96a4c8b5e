package dev.lodge.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Under which account the server runs. An ordinary user runs it as himself. PostgreSQL refuses root, so root either
 * hides behind a user namespace, in which its files stay its own but it is nobody, or hands the cluster to another
 * account.
 *
 * @param prefix what stands before each command to run it under the account
 * @param user the account that owns the cluster's files; null when that is whoever runs Lodge
 */
record ServerAccount(List<String> prefix, @Nullable User user) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> KNOWN_ACCOUNTS = List.of("lodge", "postgres", "nobody");

    record User(int uid, int gid) {}

    static boolean runsAsRoot() {
        return currentUser() == 0;
    }

    static int currentUser() {
        return (int) new UnixSystem().getUid();
    }

    /** The first way in which the server's own program runs, tried in the order in which they disturb least. */
    static ServerAccount choose(DataDirectory directory, Binaries binaries) throws IOException {
        if (!runsAsRoot()) {
            var self = new ServerAccount(List.of(), null);
            var attempt = self.attempt(directory, binaries);
            if (!attempt.succeeded()) {
                throw new DatabaseUnavailable("PostgreSQL's programs in %s do not run on this machine: %s"
                        .formatted(binaries.home(), attempt.output().strip()));
            }
            return self;
        }
        var failures = new ArrayList<String>();
        for (ServerAccount candidate : candidates(directory)) {
            if (candidate.user != null) {
                directory.letOthersPass();
            }
            var attempt = candidate.attempt(directory, binaries);
            if (attempt.succeeded()) {
                return candidate;
            }
            failures.add(candidate.prefix.getFirst() + ": " + attempt.output().strip());
        }
        throw new DatabaseUnavailable(
                ("PostgreSQL does not run as root, and Lodge found no other account for it that can enter %s."
                                + " Run Lodge as an ordinary user, or set LODGE_DATABASE_URL. Tried: %s")
                        .formatted(directory.root(), String.join("; ", failures)));
    }

    private static List<ServerAccount> candidates(DataDirectory directory) throws IOException {
        Path owned = Files.exists(directory.cluster()) ? directory.cluster() : directory.root();
        var candidates = new ArrayList<ServerAccount>();
        int owner = DataDirectory.owner(owned);
        if (owner != 0) {
            candidates.addAll(as(new User(owner, DataDirectory.group(owned))));
        }
        candidates.add(new ServerAccount(List.of("unshare", "--user", "--"), null));
        for (String name : KNOWN_ACCOUNTS) {
            User user = lookUp(name, directory);
            if (user != null) {
                candidates.addAll(as(user));
            }
        }
        return candidates;
    }

    private static List<ServerAccount> as(User user) {
        return List.of(
                new ServerAccount(
                        List.of("setpriv", "--reuid=" + user.uid, "--regid=" + user.gid, "--clear-groups", "--"), user),
                new ServerAccount(List.of("sudo", "-n", "-u", "#" + user.uid, "--"), user));
    }

    private static @Nullable User lookUp(String name, DataDirectory directory) {
        var id = new Programs(List.of(), directory.log());
        var uid = id.run(PATIENCE, List.of("id", "-u", name));
        var gid = id.run(PATIENCE, List.of("id", "-g", name));
        return uid.succeeded() && gid.succeeded()
                ? new User(
                        Integer.parseInt(uid.output().strip()),
                        Integer.parseInt(gid.output().strip()))
                : null;
    }

    private Programs.Outcome attempt(DataDirectory directory, Binaries binaries) {
        return new Programs(prefix, directory.log())
                .run(PATIENCE, List.of(binaries.program("postgres").toString(), "--version"));
    }

    /** Gives a file or a whole directory to the account. */
    void own(Path tree) throws IOException {
        if (user == null) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.toList()) {
                Files.setAttribute(path, "unix:uid", user.uid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", user.gid, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
