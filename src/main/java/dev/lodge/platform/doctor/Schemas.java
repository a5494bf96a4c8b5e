package dev.lodge.platform.doctor;

import dev.lodge.tenancy.FleetMigration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Record;

/** What Lodge has in the database: extensions, and whether all schemas are those of this release. */
final class Schemas implements Examination {

    private static final String PLACE = "extensions";

    @Override
    public List<Finding> look(Patient patient) {
        var findings = new ArrayList<Finding>();
        findings.addAll(extensions(patient));
        findings.add(versions(patient));
        return findings;
    }

    private static List<Finding> extensions(Patient patient) {
        Map<String, String> found = patient.owner()
                .fetch("select extname, nspname from pg_extension join pg_namespace n on n.oid = extnamespace")
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, String.class));
        var findings = new ArrayList<Finding>();
        for (String name : List.of("pg_trgm", "unaccent")) {
            if (!PLACE.equals(found.get(name))) {
                findings.add(Finding.bad(
                        "Extensions",
                        found.containsKey(name)
                                ? "The extension %s is in the schema %s, and Lodge looks in %s."
                                        .formatted(name, found.get(name), PLACE)
                                : "The extension %s, which search needs, is missing.".formatted(name),
                        found.containsKey(name)
                                ? "As its owner: alter extension %s set schema %s;".formatted(name, PLACE)
                                : "As the database's owner: create schema if not exists %s; create extension %s schema %s; grant usage on schema %s to public;"
                                        .formatted(PLACE, name, PLACE, PLACE)));
            }
        }
        if (findings.isEmpty()) {
            findings.add(Finding.good("Extensions", "pg_trgm and unaccent are there."));
        }
        return findings;
    }

    private static Finding versions(Patient patient) {
        boolean begun = patient.owner()
                .fetchSingle("select to_regclass('platform.tenant') is not null")
                .into(Boolean.class);
        if (!begun) {
            return Finding.note(
                    "Schemas",
                    "Lodge has no tables in this database yet.",
                    "./lodge migrate or ./lodge serve makes them.");
        }
        Record counts = patient.owner().fetchSingle("""
                        select count(*) as tenants,
                               count(*) filter (where schema_version < {0}) as behind,
                               count(*) filter (where schema_version > {0}) as ahead
                        from platform.tenant""", org.jooq.impl.DSL.inline(FleetMigration.latest()));
        int behind = counts.get("behind", Integer.class);
        int ahead = counts.get("ahead", Integer.class);
        if (behind > 0) {
            return Finding.bad(
                    "Schemas",
                    "%d of %d tenants wait for a migration and show a notice."
                            .formatted(behind, counts.get("tenants", Integer.class)),
                    "Run: ./lodge migrate");
        }
        return ahead > 0
                ? Finding.note(
                        "Schemas",
                        "%d tenants were migrated by a later release than this one.".formatted(ahead),
                        "One release back is fine; else run the later one.")
                : Finding.good(
                        "Schemas",
                        "All %d tenants are at schema version %d."
                                .formatted(counts.get("tenants", Integer.class), FleetMigration.latest()));
    }
}
