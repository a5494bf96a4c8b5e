package dev.lodge.platform.command;

import dev.lodge.platform.TenantRow;
import dev.lodge.platform.TenantRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List all tenants with their state, hosts and schema version.")
final class TenantListCommand extends Action {

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    TenantListCommand(Backstage backstage) {
        super(backstage);
    }

    @Override
    int run() {
        List<TenantRow> rows = bean(TenantRows.class).all();
        if (json) {
            return sayJson(rows.stream().map(TenantListCommand::document).toList());
        }
        if (rows.isEmpty()) {
            return say("There are no tenants yet. './lodge tenant create --help' says how to make one.");
        }
        int widest = rows.stream().mapToInt(row -> row.slug().length()).max().orElse(0);
        String line = "%-" + Math.max(widest, 4) + "s  %-9s  %6s  %s";
        say(line, "SLUG", "STATE", "SCHEMA", "HOSTS");
        for (TenantRow row : rows) {
            say(line, row.slug(), row.status().code(), row.schemaVersion() + (row.behind() ? "!" : ""), hosts(row));
        }
        return 0;
    }

    private static String hosts(TenantRow row) {
        return String.join(" ", row.hosts());
    }

    private static Map<String, @Nullable Object> document(TenantRow row) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("slug", row.slug());
        document.put("name", row.name());
        document.put("status", row.status().code());
        document.put("suspended_reason", row.suspendedReason());
        document.put("address", row.address());
        document.put("domains", row.hosts());
        document.put("schema_version", row.schemaVersion());
        document.put("needs_migration", row.behind());
        document.put("created_at", row.createdAt().toString());
        return document;
    }
}
