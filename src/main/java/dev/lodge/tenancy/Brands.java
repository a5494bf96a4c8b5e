package dev.lodge.tenancy;

import static dev.lodge.schema.platform.Tables.BRAND_PICTURE;
import static dev.lodge.schema.platform.Tables.TENANT;

import dev.lodge.problem.StaleVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What tenants look like. A change shows on every node at once. */
@Component
public class Brands {

    /** The largest picture that is kept, in bytes. */
    public static final int LARGEST_LOGO = 256 * 1024;

    private final PlatformDatabase platform;
    private final KnownSites known;

    Brands(PlatformDatabase platform, KnownSites known) {
        this.platform = platform;
        this.known = known;
    }

    /** The largest picture that may be brought for behind the search, in bytes. What is kept of it is smaller. */
    public static final int LARGEST_HERO = 5 * 1024 * 1024;

    /** A picture with the media type it is served as. */
    public record Logo(byte[] bytes, String mediaType) {}

    /**
     * A brand as it should be.
     *
     * @param accent {@code #rrggbb} in lower case
     * @param pictures those that change: already checked, or empty to take one away
     * @throws IllegalArgumentException for a malformed name or colour
     */
    public record Wish(
            String name,
            String accent,
            @Nullable String supportAddress,
            Frontage frontage,
            Map<BrandPicture, Optional<Logo>> pictures) {

        public Wish {
            Branding.requireAccent(accent);
            NewTenant.requireName(name);
            pictures = Map.copyOf(pictures);
        }
    }

    /**
     * Gives the tenant in force another brand.
     *
     * @param seenVersion the brand's version that the change was made on
     * @throws StaleVersion when somebody changed it meanwhile
     */
    public void change(Wish wish, long seenVersion) {
        long tenant = Tenants.current().id();
        change(sql -> {
            Frontage frontage = wish.frontage();
            int changed = sql.update(TENANT)
                    .set(TENANT.NAME, wish.name().strip())
                    .set(TENANT.ACCENT, wish.accent())
                    .set(TENANT.SUPPORT_ADDRESS, wish.supportAddress())
                    .set(TENANT.WELCOME_TITLE, frontage.title())
                    .set(TENANT.WELCOME_LEAD, frontage.lead())
                    .set(TENANT.FOOTER, frontage.footer())
                    .set(
                            TENANT.HOME_BLOCKS,
                            words(frontage.blocks().stream()
                                    .map(HomeBlock::word)
                                    .toList()))
                    .set(
                            TENANT.LINK_LABELS,
                            words(frontage.links().stream()
                                    .map(BrandLink::label)
                                    .toList()))
                    .set(
                            TENANT.LINK_ADDRESSES,
                            words(frontage.links().stream()
                                    .map(BrandLink::address)
                                    .toList()))
                    .set(TENANT.BRAND_VERSION, TENANT.BRAND_VERSION.plus(1))
                    .where(TENANT.ID.eq(tenant), TENANT.BRAND_VERSION.eq(seenVersion))
                    .execute();
            StaleVersion.unless(changed > 0);
            wish.pictures().forEach((kind, picture) -> put(sql, tenant, kind, picture.orElse(null)));
        });
    }

    /** The same with the texts and pictures it has. */
    public void change(String name, String accent, @Nullable String supportAddress, long seenVersion) {
        Frontage kept = Tenants.current().branding().frontage();
        change(new Wish(name, accent, supportAddress, kept, Map.of()), seenVersion);
    }

    /** Gives the tenant in force a logo, already checked, or takes it away with null. */
    public void changeLogo(@Nullable Logo logo) {
        long tenant = Tenants.current().id();
        change(sql -> {
            put(sql, tenant, BrandPicture.LOGO, logo);
            sql.update(TENANT)
                    .set(TENANT.BRAND_VERSION, TENANT.BRAND_VERSION.plus(1))
                    .where(TENANT.ID.eq(tenant))
                    .execute();
        });
    }

    /** A picture of the tenant in force, if it has this one. */
    public Optional<Logo> picture(BrandPicture kind) {
        return platform.sql()
                .select(BRAND_PICTURE.BYTES, BRAND_PICTURE.MEDIA_TYPE)
                .from(BRAND_PICTURE)
                .where(BRAND_PICTURE.TENANT_ID.eq(Tenants.current().id()), BRAND_PICTURE.KIND.eq(kind.word()))
                .fetchOptional(row -> new Logo(row.value1(), row.value2()));
    }

    private static void put(DSLContext sql, long tenant, BrandPicture kind, @Nullable Logo picture) {
        if (picture == null) {
            sql.deleteFrom(BRAND_PICTURE)
                    .where(BRAND_PICTURE.TENANT_ID.eq(tenant), BRAND_PICTURE.KIND.eq(kind.word()))
                    .execute();
            return;
        }
        sql.insertInto(BRAND_PICTURE)
                .set(BRAND_PICTURE.TENANT_ID, tenant)
                .set(BRAND_PICTURE.KIND, kind.word())
                .set(BRAND_PICTURE.MEDIA_TYPE, picture.mediaType())
                .set(BRAND_PICTURE.BYTES, picture.bytes())
                .onConflict(BRAND_PICTURE.TENANT_ID, BRAND_PICTURE.KIND)
                .doUpdate()
                .set(BRAND_PICTURE.MEDIA_TYPE, picture.mediaType())
                .set(BRAND_PICTURE.BYTES, picture.bytes())
                .execute();
    }

    private static String[] words(List<String> words) {
        return words.toArray(String[]::new);
    }

    private void change(Consumer<DSLContext> work) {
        platform.inTransaction(sql -> {
            work.accept(sql);
            News.announce(sql);
            return sql;
        });
        known.forget();
    }
}
