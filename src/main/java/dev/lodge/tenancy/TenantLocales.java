package dev.lodge.tenancy;

import static dev.lodge.schema.platform.Tables.TENANT;

import dev.lodge.problem.StaleVersion;
import org.springframework.stereotype.Component;

/** In which languages tenants speak. A change shows on every node at once. */
@Component
public class TenantLocales {

    private final PlatformDatabase platform;
    private final KnownSites known;

    TenantLocales(PlatformDatabase platform, KnownSites known) {
        this.platform = platform;
        this.known = known;
    }

    /**
     * Gives the tenant in force other languages or another zone.
     *
     * @param seen those that the change was made on
     * @throws StaleVersion when somebody changed them meanwhile
     */
    public void change(Locales wanted, Locales seen) {
        Tenant tenant = Tenants.current();
        platform.inTransaction(sql -> {
            int changed = sql.update(TENANT)
                    .set(TENANT.LANGUAGES, wanted.tags())
                    .set(TENANT.TIME_ZONE, wanted.zone().getId())
                    .where(
                            TENANT.ID.eq(tenant.id()),
                            TENANT.LANGUAGES.eq(seen.tags()),
                            TENANT.TIME_ZONE.eq(seen.zone().getId()))
                    .execute();
            StaleVersion.unless(changed > 0);
            News.announce(sql);
            return changed;
        });
        known.forget();
    }
}
