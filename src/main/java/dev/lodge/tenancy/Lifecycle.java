package dev.lodge.tenancy;

import static dev.lodge.schema.platform.Tables.TENANT;

import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Suspends and resumes tenants. Either takes effect on every node at once, and neither touches the tenant's data. */
@Component
public class Lifecycle {

    private static final int LONGEST_REASON = 500;

    private final PlatformDatabase platform;
    private final KnownSites known;
    private final ApplicationEventPublisher events;

    Lifecycle(PlatformDatabase platform, KnownSites known, ApplicationEventPublisher events) {
        this.platform = platform;
        this.known = known;
        this.events = events;
    }

    /**
     * Stops serving a tenant; doing it again changes the reason.
     *
     * @param reason shown to operators, 1 to 500 characters
     * @throws NotFound for an unknown slug
     * @throws Invalid for an empty or overlong reason
     */
    public void suspend(TenantSlug slug, String reason) {
        String plain = reason.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_REASON) {
            throw new Invalid("reason", "tenancy.reason_length", LONGEST_REASON);
        }
        change(slug, TenantStatus.SUSPENDED, plain);
    }

    /** Serves a tenant again; harmless for one that is active. @throws NotFound for an unknown slug */
    public void resume(TenantSlug slug) {
        platform.inTransaction(sql -> {
            change(slug, TenantStatus.ACTIVE, null);
            events.publishEvent(new TenantResumed(slug));
            return slug;
        });
    }

    private void change(TenantSlug slug, TenantStatus status, @Nullable String reason) {
        platform.inTransaction(sql -> {
            int changed = sql.update(TENANT)
                    .set(TENANT.STATUS, status.code())
                    .set(TENANT.SUSPENDED_REASON, reason)
                    .set(TENANT.VERSION, TENANT.VERSION.plus(1))
                    .where(TENANT.SLUG.eq(slug.value()))
                    .execute();
            if (changed == 0) {
                throw new NotFound(Message.of("tenancy.no_such_tenant", slug.value()));
            }
            News.announce(sql);
            return changed;
        });
        known.forget();
    }
}
