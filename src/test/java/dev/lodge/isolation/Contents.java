package dev.lodge.isolation;

import dev.lodge.database.TestDatabase;
import dev.lodge.tenancy.Tenant;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What stands in all tables of a tenant, so that two moments can be compared. */
final class Contents {

    /** Written by merely being signed in. */
    private static final Set<String> USE = Set.of("session", "customer_session", "api_token", "signin_throttle");

    private Contents() {}

    /** For each table its number of rows and a digest of them. */
    static Map<String, String> of(Tenant tenant) {
        String schema = tenant.space().schema();
        Map<String, String> contents = new TreeMap<>();
        try (Connection owner = TestDatabase.asOwner();
                var statement = owner.createStatement()) {
            for (String table : tables(owner, schema)) {
                if (USE.contains(table)) {
                    continue;
                }
                try (ResultSet rows = statement.executeQuery(
                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') from \"%s\".%s t"
                                .formatted(schema, table))) {
                    rows.next();
                    contents.put(table, rows.getString(1));
                }
            }
            return contents;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static List<String> tables(Connection owner, String schema) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet names = owner.getMetaData().getTables(null, schema, null, new String[] {"TABLE"})) {
            while (names.next()) {
                tables.add(names.getString("TABLE_NAME"));
            }
        }
        return tables;
    }
}
