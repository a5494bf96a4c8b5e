package dev.lodge.platform;

import static dev.lodge.schema.platform.Tables.DOMAIN;
import static dev.lodge.schema.platform.Tables.TENANT;

import dev.lodge.tenancy.FleetMigration;
import dev.lodge.tenancy.HostName;
import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.TenantStatus;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tenants in lists, with their hosts: one statement for a page, however many there are. */
@Component
public class TenantRows {

    private static final Field<String[]> HOSTS = DSL.field(
                    DSL.select(DSL.arrayAgg(DOMAIN.HOST).orderBy(DOMAIN.IS_PRIMARY.desc(), DOMAIN.HOST))
                            .from(DOMAIN)
                            .where(DOMAIN.TENANT_ID.eq(TENANT.ID)))
            .as("hosts");

    private final PlatformDatabase platform;
    private final SiteAddresses addresses;

    TenantRows(PlatformDatabase platform, SiteAddresses addresses) {
        this.platform = platform;
        this.addresses = addresses;
    }

    /** Every tenant, by slug. */
    public List<TenantRow> all() {
        return select(DSL.noCondition()).orderBy(TENANT.SLUG).fetch(this::row);
    }

    /** The first few by age, for a greeting. */
    public List<TenantRow> oldest(int most) {
        return select(DSL.noCondition())
                .orderBy(TENANT.ID)
                .limit(DSL.inline(most))
                .fetch(this::row);
    }

    public long count() {
        return platform.sql().fetchCount(TENANT);
    }

    /** A page of those whose name, slug or host contains what is searched for. */
    public Listing<TenantRow> page(ListQuery query) {
        Condition asked = containing(query.search()).and(inState(query));
        List<TenantRow> rows = select(asked)
                .orderBy(order(query))
                .limit(DSL.inline(query.size()))
                .offset(DSL.inline(query.offset()))
                .fetch(this::row);
        return query.listing(platform.sql().fetchCount(TENANT, asked), rows);
    }

    private SelectConditionStep<? extends Record> select(Condition condition) {
        return platform.sql()
                .select(
                        TENANT.SLUG,
                        TENANT.NAME,
                        TENANT.STATUS,
                        TENANT.SUSPENDED_REASON,
                        TENANT.SCHEMA_VERSION,
                        TENANT.CREATED_AT,
                        HOSTS)
                .from(TENANT)
                .where(condition);
    }

    /** Contains, not begins with: the registry has thousands of rows, not millions, and people remember the middle of a host. */
    private static Condition containing(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return DSL.noCondition();
        }
        String part = text.strip().toLowerCase(Locale.ROOT);
        return DSL.or(
                TENANT.SLUG.contains(part),
                TENANT.NAME.containsIgnoreCase(part),
                TENANT.ID.in(DSL.select(DOMAIN.TENANT_ID).from(DOMAIN).where(DOMAIN.HOST.contains(part))));
    }

    private static Condition inState(ListQuery query) {
        List<TenantStatus> wanted = query.words("status", TenantStatus.class);
        return wanted.isEmpty()
                ? DSL.noCondition()
                : TENANT.STATUS.in(wanted.stream().map(TenantStatus::code).toList());
    }

    private static List<SortField<?>> order(ListQuery query) {
        return switch (query.ordering()) {
            case "name" -> List.of(DSL.lower(TENANT.NAME).asc(), TENANT.ID.asc());
            case "-created_at" -> List.of(TENANT.CREATED_AT.desc(), TENANT.ID.desc());
            default ->
                List.of(
                        DSL.field(TENANT.SCHEMA_VERSION.lt(FleetMigration.latest()))
                                .desc(),
                        DSL.field(TENANT.STATUS.ne(TenantStatus.ACTIVE.code())).desc(),
                        DSL.lower(TENANT.NAME).asc(),
                        TENANT.ID.asc());
        };
    }

    private TenantRow row(Record row) {
        List<String> hosts = List.of(row.get(HOSTS));
        return new TenantRow(
                row.get(TENANT.SLUG),
                row.get(TENANT.NAME),
                TenantStatus.valueOf(row.get(TENANT.STATUS).toUpperCase(Locale.ROOT)),
                row.get(TENANT.SUSPENDED_REASON),
                hosts,
                addresses.of(new HostName(hosts.getFirst())),
                row.get(TENANT.SCHEMA_VERSION),
                row.get(TENANT.SCHEMA_VERSION) < FleetMigration.latest(),
                row.get(TENANT.CREATED_AT));
    }
}
