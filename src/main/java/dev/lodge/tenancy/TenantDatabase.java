package dev.lodge.tenancy;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.impl.DSL;

/**
 * SQL on the data of the tenant in force. Statements name the tenant's schema, so that PostgreSQL keeps their plans while a
 * connection goes from tenant to tenant; the role in force lets them reach no other.
 */
public final class TenantDatabase {

    private final Configuration template;
    private final ConcurrentMap<String, DSLContext> bySchema = new ConcurrentHashMap<>();

    TenantDatabase(Configuration template) {
        this.template = template;
    }

    /** Typed SQL for the tenant in force, within the transaction under way if there is one. @throws NoTenantBound without a tenant */
    public DSLContext sql() {
        return bySchema.computeIfAbsent(Tenants.current().space().schema(), this::mappedTo);
    }

    private DSLContext mappedTo(String schema) {
        Configuration configuration = template.derive();
        configuration
                .settings()
                .setRenderMapping(new RenderMapping()
                        .withSchemata(new MappedSchema().withInput("tenant").withOutput(schema)));
        return DSL.using(configuration);
    }
}
