package dev.lodge.tenancy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The numbered SQL scripts of one kind of schema, {@code V1__what.sql} and on without gaps. A script runs within a transaction, with
 * the schema as its search path; {@code ${role}} in it is the role that will use the schema.
 */
final class Migrations {

    private static final Pattern NAME = Pattern.compile("V(\\d{1,6})__([a-z0-9_]+)\\.sql");

    private final List<Script> scripts;

    /** One script. The checksum tells whether a script that ran somewhere was changed afterwards. */
    record Script(int version, String name, String sql) {

        String sqlFor(String role) {
            return sql.replace("${role}", Quoted.name(role));
        }

        String checksum() {
            return HexFormat.of().formatHex(Digests.sha256(sql.getBytes(StandardCharsets.UTF_8)));
        }
    }

    Migrations(List<Script> scripts) {
        this.scripts = scripts.stream()
                .sorted(Comparator.comparingInt(Script::version))
                .toList();
        for (int i = 0; i < this.scripts.size(); i++) {
            if (this.scripts.get(i).version() != i + 1) {
                throw new IllegalStateException("The migrations must be numbered from 1 without gaps; at %d stands %s."
                        .formatted(i + 1, this.scripts.get(i).name()));
            }
        }
    }

    /** The scripts of {@code db/<folder>} on the class path. */
    static Migrations in(String folder) {
        try {
            Resource[] found =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/" + folder + "/*.sql");
            return new Migrations(Stream.of(found).map(Migrations::read).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    int latest() {
        return scripts.size();
    }

    List<Script> all() {
        return scripts;
    }

    /** What a schema of this version still lacks, in order. */
    List<Script> after(int version) {
        return version >= latest() ? List.of() : scripts.subList(version, latest());
    }

    private static Script read(Resource resource) {
        String file = String.valueOf(resource.getFilename());
        Matcher name = NAME.matcher(file);
        if (!name.matches()) {
            throw new IllegalStateException("A migration is named V<number>__<what>.sql; %s is not.".formatted(file));
        }
        try {
            String sql = resource.getContentAsString(StandardCharsets.UTF_8);
            return new Script(Integer.parseInt(name.group(1)), name.group(2), sql);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
