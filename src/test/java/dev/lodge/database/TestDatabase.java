package dev.lodge.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The database of the tests: one real server for the whole build, kept in {@code target/test-postgres} between runs,
 * with a fresh database for each test process. Roles, privileges and extensions are those of production; what earlier
 * processes left behind is dropped. Spring tests give {@link #address()} to their context.
 */
public final class TestDatabase {

    static final DataDirectory DIRECTORY =
            new DataDirectory(Path.of(System.getProperty("basedir", ""), "target", "test-postgres"));

    private static final class Holder {
        static final DatabaseAddress ADDRESS = open();
    }

    private TestDatabase() {}

    /** The fresh database of this process; the server starts with the first call and stops with the process. */
    public static DatabaseAddress address() {
        return Holder.ADDRESS;
    }

    /** A connection as the owner; the caller closes it. */
    public static Connection asOwner() throws SQLException {
        return connect(address(), address().owner());
    }

    /** A connection as the application, bound to no tenant; the caller closes it. */
    public static Connection asApplication() throws SQLException {
        return connect(address(), address().application());
    }

    static Connection connect(DatabaseAddress address, Login login) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), login.user(), login.password());
    }

    private static DatabaseAddress open() {
        EmbeddedPostgres server = EmbeddedPostgres.open(DIRECTORY, 0, Durability.THROWAWAY);
        server.closeAtExit();
        String name = "lodge_test_" + ProcessHandle.current().pid();
        try {
            createDatabase(server.bootstrap(), name);
        } catch (SQLException cause) {
            throw new IllegalStateException("The test database could not be created.", cause);
        }
        DatabaseAddress address = server.address();
        return new DatabaseAddress(
                address.jdbcUrl().replace("/" + Bootstrap.DATABASE + "?", "/" + name + "?"),
                address.owner(),
                address.application());
    }

    private static void createDatabase(Bootstrap bootstrap, String name) throws SQLException {
        try (Connection superuser = bootstrap.connect("postgres");
                Statement statement = superuser.createStatement()) {
            dropLeftovers(
                    statement,
                    "select datname from pg_database where datname like 'lodge\\_test\\_%'",
                    "drop database \"%s\"");
            dropLeftovers(
                    statement,
                    "select rolname from pg_roles where rolname !~ '^pg_' and rolname not in ('postgres', 'lodge_owner', 'lodge_app')",
                    "drop role \"%s\"");
            // The server's own database is never migrated here, so it serves as the template with the extensions in
            // it.
            statement.execute("create database %s template lodge owner lodge_owner".formatted(name));
            bootstrap.admitLogins(superuser, name);
        }
    }

    /** Those still in use by another test process refuse to go, and are left to it. */
    private static void dropLeftovers(Statement statement, String query, String drop) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        for (String name : names) {
            try {
                statement.execute(drop.formatted(name));
            } catch (SQLException inUse) {
                if (!List.of("55006", "2BP01").contains(inUse.getSQLState())) {
                    throw inUse;
                }
            }
        }
    }

    /**
     * A new data directory that has the unpacked binaries already, as links where the disk allows, which saves two
     * seconds.
     */
    static DataDirectory directoryWithBinaries(Path root) throws IOException {
        address();
        Path source = DIRECTORY.binaries();
        Path target = Files.createDirectories(root).resolve(source.getFileName());
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && Files.getFileStore(file).equals(Files.getFileStore(root))) {
                    Files.createLink(copy, file);
                } else {
                    Files.copy(file, copy, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return new DataDirectory(root);
    }
}
