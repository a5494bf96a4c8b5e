package dev.lodge.portal;

import static dev.lodge.schema.tenant.Tables.PORTAL_SETTINGS;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tenancy.TenantDatabase;
import org.springframework.stereotype.Component;

/** The {@link PortalSettings} of the tenant in force. */
@Component
public class PortalRules {

    private final TenantDatabase database;

    PortalRules(TenantDatabase database) {
        this.database = database;
    }

    public PortalSettings now() {
        return database.sql()
                .select(
                        PORTAL_SETTINGS.SIGN_UP,
                        PORTAL_SETTINGS.ANONYMOUS_REQUESTS,
                        PORTAL_SETTINGS.JOINS_ORGANIZATION,
                        PORTAL_SETTINGS.VERSION)
                .from(PORTAL_SETTINGS)
                .fetchSingle(row -> new PortalSettings(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** @throws StaleVersion unless the version is the one that they have */
    public void change(Caller caller, PortalSettings wanted) {
        caller.require(Permission.PORTAL_MANAGE);
        enter(wanted);
    }

    /** By the desk itself, for the demo. @throws StaleVersion unless the version is the one that they have */
    public void enter(PortalSettings wanted) {
        int changed = database.sql()
                .update(PORTAL_SETTINGS)
                .set(PORTAL_SETTINGS.SIGN_UP, wanted.signUp())
                .set(PORTAL_SETTINGS.ANONYMOUS_REQUESTS, wanted.anonymousRequests())
                .set(PORTAL_SETTINGS.JOINS_ORGANIZATION, wanted.joinsOrganization())
                .set(PORTAL_SETTINGS.VERSION, PORTAL_SETTINGS.VERSION.plus(1))
                .where(PORTAL_SETTINGS.VERSION.eq(wanted.version()))
                .execute();
        StaleVersion.unless(changed > 0);
    }
}
