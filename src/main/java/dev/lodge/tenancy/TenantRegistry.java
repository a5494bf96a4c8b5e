package dev.lodge.tenancy;

import static dev.lodge.schema.platform.Tables.BRAND_PICTURE;
import static dev.lodge.schema.platform.Tables.DOMAIN;
import static dev.lodge.schema.platform.Tables.TENANT;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The tenants there are, read from the platform's tables. */
@Component
public class TenantRegistry {

    private static final dev.lodge.schema.platform.tables.Domain PRIMARY = DOMAIN.as("primary_domain");
    private static final Field<String[]> PICTURES = DSL.array(
                    DSL.select(BRAND_PICTURE.KIND).from(BRAND_PICTURE).where(BRAND_PICTURE.TENANT_ID.eq(TENANT.ID)))
            .as("pictures");

    private final PlatformDatabase platform;
    private final KnownSites known;

    TenantRegistry(PlatformDatabase platform, KnownSites known) {
        this.platform = platform;
        this.known = known;
    }

    /** Whose host this is; remembered for a short time, and forgotten on every node when a tenant or domain changes. */
    public Optional<Tenant> byHost(HostName host) {
        return known.site(host, this::loadByHost);
    }

    public Optional<Tenant> bySlug(TenantSlug slug) {
        return select(platform.sql(), TENANT.SLUG.eq(slug.value())).fetchOptional(TenantRegistry::tenant);
    }

    public Optional<Tenant> byId(long id) {
        return platform.renderedOnce("tenant by id", sql -> select(sql, TENANT.ID.eq(id)), id)
                .fetchOptional(TenantRegistry::tenant);
    }

    /** Every tenant by its slug: for commands and tests, never for serving a request. */
    public List<Tenant> all() {
        return select(platform.sql(), DSL.noCondition()).orderBy(TENANT.SLUG).fetch(TenantRegistry::tenant);
    }

    /** A page of tenants by slug, those whose slug, name or host contains the text if one is given. */
    public List<Tenant> page(Optional<String> containing, int offset, int size) {
        return select(platform.sql(), matching(containing))
                .orderBy(TENANT.SLUG)
                .limit(DSL.inline(size))
                .offset(offset)
                .fetch(TenantRegistry::tenant);
    }

    public long count(Optional<String> containing) {
        return platform.sql()
                .selectCount()
                .from(TENANT)
                .where(matching(containing))
                .fetchSingle()
                .value1();
    }

    private Optional<Tenant> loadByHost(HostName host) {
        return select(
                        platform.sql(),
                        TENANT.ID.eq(DSL.select(DOMAIN.TENANT_ID)
                                .from(DOMAIN)
                                .where(DOMAIN.HOST.eq(host.value()), DOMAIN.VERIFIED_AT.isNotNull())))
                .fetchOptional(TenantRegistry::tenant);
    }

    private static Condition matching(Optional<String> text) {
        return text.<Condition>map(part -> DSL.or(
                        TENANT.SLUG.containsIgnoreCase(part),
                        TENANT.NAME.containsIgnoreCase(part),
                        TENANT.ID.in(
                                DSL.select(DOMAIN.TENANT_ID).from(DOMAIN).where(DOMAIN.HOST.containsIgnoreCase(part)))))
                .orElse(DSL.noCondition());
    }

    static SelectConditionStep<? extends Record> select(DSLContext sql, Condition condition) {
        return sql.select(
                        TENANT.ID,
                        TENANT.SLUG,
                        TENANT.NAME,
                        TENANT.STATUS,
                        TENANT.SUSPENDED_REASON,
                        TENANT.ACCENT,
                        TENANT.SUPPORT_ADDRESS,
                        TENANT.WELCOME_TITLE,
                        TENANT.WELCOME_LEAD,
                        TENANT.FOOTER,
                        TENANT.LINK_LABELS,
                        TENANT.LINK_ADDRESSES,
                        TENANT.HOME_BLOCKS,
                        PICTURES,
                        TENANT.BRAND_VERSION,
                        TENANT.LANGUAGES,
                        TENANT.TIME_ZONE,
                        TENANT.SCHEMA_VERSION,
                        TENANT.CREATED_AT,
                        TENANT.VERSION,
                        TENANT.SCHEMA_NAME,
                        TENANT.ROLE_NAME,
                        PRIMARY.HOST)
                .from(TENANT)
                .join(PRIMARY)
                .on(PRIMARY.TENANT_ID.eq(TENANT.ID).and(PRIMARY.IS_PRIMARY))
                .where(condition);
    }

    static Tenant tenant(Record row) {
        return new Tenant(
                row.get(TENANT.ID),
                new TenantSlug(row.get(TENANT.SLUG)),
                row.get(TENANT.NAME),
                TenantStatus.of(row.get(TENANT.STATUS)),
                row.get(TENANT.SUSPENDED_REASON),
                branding(row),
                Locales.of(row.get(TENANT.LANGUAGES), row.get(TENANT.TIME_ZONE)),
                new HostName(row.get(PRIMARY.HOST)),
                row.get(TENANT.SCHEMA_VERSION),
                row.get(TENANT.CREATED_AT),
                row.get(TENANT.VERSION),
                new Tenant.Space(row.get(TENANT.SCHEMA_NAME), row.get(TENANT.ROLE_NAME)));
    }

    private static Branding branding(Record row) {
        return new Branding(
                row.get(TENANT.ACCENT),
                row.get(TENANT.SUPPORT_ADDRESS),
                Stream.of(row.get(PICTURES)).map(BrandPicture::of).collect(Collectors.toUnmodifiableSet()),
                new Frontage(
                        row.get(TENANT.WELCOME_TITLE),
                        row.get(TENANT.WELCOME_LEAD),
                        Stream.of(row.get(TENANT.HOME_BLOCKS))
                                .flatMap(word -> HomeBlock.of(word).stream())
                                .toList(),
                        links(row.get(TENANT.LINK_LABELS), row.get(TENANT.LINK_ADDRESSES)),
                        row.get(TENANT.FOOTER)),
                row.get(TENANT.BRAND_VERSION));
    }

    private static List<BrandLink> links(String[] labels, String[] addresses) {
        return IntStream.range(0, labels.length)
                .mapToObj(i -> new BrandLink(labels[i], addresses[i]))
                .toList();
    }
}
