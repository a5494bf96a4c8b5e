package dev.lodge.platform.doctor;

import dev.lodge.attachments.BlobKey;
import dev.lodge.attachments.BlobStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;

/** What is in the files that tenants keep: whether it is there, and, when it is read, whether it is what was kept. */
final class Contents implements Examination {

    private static final int NAMED = 5;

    private final BlobStore blobs;
    private final boolean reads;

    /** @param reads whether each content is read to its end, which takes as long as the disk does */
    Contents(BlobStore blobs, boolean reads) {
        this.blobs = blobs;
        this.reads = reads;
    }

    @Override
    public List<Finding> look(Patient patient) {
        if (!exists(patient, "platform", "tenant")) {
            return List.of();
        }
        long looked = 0;
        List<String> wrong = new ArrayList<>();
        for (var tenant : patient.owner().fetch("select id, slug, schema_name from platform.tenant order by id")) {
            String schema = tenant.get("schema_name", String.class);
            if (!exists(patient, schema, "attachment")) {
                continue;
            }
            for (var entry : expected(patient, schema).entrySet()) {
                looked++;
                if (!isThere(tenant.get("id", Long.class), entry.getKey(), entry.getValue())) {
                    wrong.add("%s/%s".formatted(tenant.get("slug", String.class), entry.getKey()));
                }
            }
        }
        return List.of(wrong.isEmpty() ? good(looked) : bad(wrong));
    }

    private Finding good(long looked) {
        return Finding.good(
                "Files",
                reads
                        ? "All %,d contents of files are there, and are what was kept.".formatted(looked)
                        : "All %,d contents of files are there; --files reads them, too.".formatted(looked));
    }

    private static Finding bad(List<String> wrong) {
        return Finding.bad(
                "Files",
                "%,d contents of files are missing or damaged: %s%s."
                        .formatted(
                                wrong.size(),
                                String.join(", ", wrong.subList(0, Math.min(NAMED, wrong.size()))),
                                wrong.size() > NAMED ? " and others" : ""),
                "Check that LODGE_BLOBS is the directory it was, and restore them from a backup of it.");
    }

    private static boolean exists(Patient patient, String schema, String table) {
        return patient.owner()
                .fetchSingle(
                        "select to_regclass(quote_ident({0}) || '.' || {1}) is not null",
                        DSL.val(schema), DSL.val(table))
                .into(Boolean.class);
    }

    /** The sizes of what is held; that of a small picture is not known, and is 0 here. */
    private static Map<BlobKey, Long> expected(Patient patient, String schema) {
        var table = DSL.table(DSL.name(schema, "attachment"));
        return patient
                .owner()
                .fetch("""
                        select hash, size from {0} where sweep_at is null
                        union select thumbnail, 0 from {0} where sweep_at is null and thumbnail is not null""", table)
                .intoGroups(row -> BlobKey.of(row.get(0, byte[].class)), row -> row.get(1, Long.class))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .mapToLong(size -> size)
                                .max()
                                .orElse(0)));
    }

    private boolean isThere(long tenant, BlobKey key, long size) {
        try {
            var found = blobs.size(tenant, key);
            return found.isPresent()
                    && (size == 0 || found.getAsLong() == size)
                    && (!reads || blobs.isIntact(tenant, key));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
