import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.List;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;
import org.slf4j.LoggerFactory;

/**
 * Generates jOOQ's table classes from the migrations: runs them in a PostgreSQL of its own and reads the catalogue.
 * Started by the build before compilation; does nothing when the migrations are those of the last run.
 *
 * <p>Arguments: the folder of the migrations, the folder to generate into.
 */
class GenerateTableClasses {

    public static void main(String... args) throws Exception {
        Path migrations = Path.of(args[0]);
        Path target = Path.of(args[1]);
        Path stamp = target.resolve(".stamp");
        String current = fingerprint(migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(current)) {
            return;
        }
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                execute(connection, "create role table_reader");
                execute(connection, "create schema extensions; create extension pg_trgm schema extensions");
                for (String schema : List.of("platform", "tenant")) {
                    execute(connection, "create schema " + schema + "; set search_path = " + schema);
                    for (Path script : scripts(migrations.resolve(schema))) {
                        execute(connection, Files.readString(script).replace("${role}", "table_reader"));
                    }
                }
            }
            GenerationTool.generate(configuration(postgres.getJdbcUrl("postgres", "postgres"), target));
        }
        Files.writeString(stamp, current);
    }

    private static Configuration configuration(String url, Path target) {
        return new Configuration()
                .withJdbc(new Jdbc()
                        .withDriver("org.postgresql.Driver")
                        .withUrl(url)
                        .withUser("postgres")
                        .withPassword("postgres"))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withSchemata(
                                        new SchemaMappingType().withInputSchema("platform"),
                                        new SchemaMappingType().withInputSchema("jobs"),
                                        new SchemaMappingType().withInputSchema("mails"),
                                        new SchemaMappingType().withInputSchema("tenant"))
                                .withForcedTypes(new ForcedType()
                                        .withName("INSTANT")
                                        .withIncludeTypes("(?i:timestamp\\ with\\ time\\ zone|timestamptz)")))
                        .withGenerate(new Generate()
                                .withRecords(true)
                                .withPojos(false)
                                .withDaos(false)
                                .withGlobalObjectReferences(true)
                                .withJavadoc(false))
                        .withTarget(new Target()
                                .withPackageName("dev.lodge.schema")
                                .withDirectory(target.toString())));
    }

    private static List<Path> scripts(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted((a, b) -> Integer.compare(version(a), version(b)))
                    .toList();
        }
    }

    private static int version(Path script) {
        String name = script.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private static String fingerprint(Path migrations) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String schema : List.of("platform", "tenant")) {
            for (Path script : scripts(migrations.resolve(schema))) {
                digest.update(script.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(script));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void execute(Connection connection, String sql) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
