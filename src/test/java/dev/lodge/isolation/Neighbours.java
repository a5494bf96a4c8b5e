package dev.lodge.isolation;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.database.TestDatabase;
import dev.lodge.tenancy.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Acme and Globex next door, each with its people. Globex counts from 900,001, so that each of its ids is one that nothing of Acme's
 * has.
 */
record Neighbours(Desk acme, Desk globex) {

    private static final Map<Cast, Neighbours> SETTLED = new WeakHashMap<>();

    /** The same ones for all tests; whoever spoils them takes others, by another name. */
    static Neighbours of(Cast cast) {
        synchronized (SETTLED) {
            return SETTLED.computeIfAbsent(cast, any -> settle(cast, "next-door"));
        }
    }

    static Neighbours settle(Cast cast, String street) {
        Tenant acme = cast.tenant(street + "-acme", "Acme");
        Tenant globex = cast.tenant(street + "-globex", "Globex");
        countFrom(900_001, globex);
        return new Neighbours(cast.deskOfAcme(acme), cast.deskOfGlobex(globex));
    }

    private static void countFrom(long first, Tenant tenant) {
        String schema = tenant.space().schema();
        try (Connection owner = TestDatabase.asOwner();
                var statement = owner.createStatement()) {
            List<String> changes = new ArrayList<>();
            try (var columns = statement.executeQuery("""
                    select format('alter table %%I.%%I alter column %%I restart with %d', table_schema, table_name, column_name)
                    from information_schema.columns where table_schema = '%s' and is_identity = 'YES'""".formatted(first, schema))) {
                while (columns.next()) {
                    changes.add(columns.getString(1));
                }
            }
            changes.add("update \"%s\".ticket_counter set last_number = %d".formatted(schema, first));
            for (String change : changes) {
                statement.execute(change);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
