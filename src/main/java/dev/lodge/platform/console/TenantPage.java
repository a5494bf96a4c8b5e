package dev.lodge.platform.console;

import dev.lodge.platform.OperatorEvent;
import dev.lodge.problem.FieldErrors;
import dev.lodge.tenancy.Domain;
import dev.lodge.tenancy.FleetMigration;
import dev.lodge.tenancy.Tenant;
import java.util.List;

/**
 * One tenant as operators see it.
 *
 * @param host what was typed for a new domain, or empty
 * @param reason what was typed for a suspension, or empty
 */
public record TenantPage(
        Tenant tenant,
        String address,
        List<Domain> domains,
        List<OperatorEvent> events,
        String host,
        String reason,
        FieldErrors errors) {

    public boolean behind() {
        return tenant.schemaVersion() < FleetMigration.latest();
    }

    public int latest() {
        return FleetMigration.latest();
    }

    public String path() {
        return "/operator/tenants/" + tenant.slug();
    }
}
