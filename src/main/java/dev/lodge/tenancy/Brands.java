package dev.lodge.tenancy;

import static dev.lodge.schema.platform.Tables.TENANT;

import dev.lodge.problem.StaleVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What tenants look like. A change shows on every node at once. */
@Component
public class Brands {

    /** The largest logo that is kept, in bytes. */
    public static final int LARGEST_LOGO = 256 * 1024;

    private final PlatformDatabase platform;
    private final KnownSites known;

    Brands(PlatformDatabase platform, KnownSites known) {
        this.platform = platform;
        this.known = known;
    }

    /** A picture with the media type it is served as. */
    public record Logo(byte[] bytes, String mediaType) {}

    /**
     * Gives the tenant in force a name, a colour and an address for its customers.
     *
     * @param accent {@code #rrggbb} in lower case
     * @param seenVersion the brand's version that the change was made on
     * @throws StaleVersion when somebody changed it meanwhile
     * @throws IllegalArgumentException for a malformed name or colour
     */
    public void change(String name, String accent, @Nullable String supportAddress, long seenVersion) {
        Branding.requireAccent(accent);
        Tenant tenant = Tenants.current();
        NewTenant checked = new NewTenant(tenant.slug(), name, List.of());
        platform.inTransaction(sql -> {
            int changed = sql.update(TENANT)
                    .set(TENANT.NAME, checked.name())
                    .set(TENANT.ACCENT, accent)
                    .set(TENANT.SUPPORT_ADDRESS, supportAddress)
                    .set(TENANT.BRAND_VERSION, TENANT.BRAND_VERSION.plus(1))
                    .where(TENANT.ID.eq(tenant.id()), TENANT.BRAND_VERSION.eq(seenVersion))
                    .execute();
            if (changed == 0) {
                throw new StaleVersion();
            }
            News.announce(sql);
            return changed;
        });
        known.forget();
    }

    /** Gives the tenant in force a logo, already checked, or takes it away with null. */
    public void changeLogo(@Nullable Logo logo) {
        Tenant tenant = Tenants.current();
        platform.inTransaction(sql -> {
            int changed = sql.update(TENANT)
                    .set(TENANT.LOGO, logo == null ? null : logo.bytes())
                    .set(TENANT.LOGO_TYPE, logo == null ? null : logo.mediaType())
                    .set(TENANT.BRAND_VERSION, TENANT.BRAND_VERSION.plus(1))
                    .where(TENANT.ID.eq(tenant.id()))
                    .execute();
            News.announce(sql);
            return changed;
        });
        known.forget();
    }

    /** The logo of the tenant in force. */
    public Optional<Logo> logo() {
        return platform.sql()
                .select(TENANT.LOGO, TENANT.LOGO_TYPE)
                .from(TENANT)
                .where(TENANT.ID.eq(Tenants.current().id()), TENANT.LOGO.isNotNull())
                .fetchOptional(row -> new Logo(row.value1(), row.value2()));
    }
}
