package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.CALENDAR;
import static dev.lodge.schema.tenant.Tables.ESCALATION_RULE;
import static dev.lodge.schema.tenant.Tables.SLA_POLICY;

import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * One edit of a tenant's service levels after the other. Calendars, policies and rules are checked against each other, which holds only
 * while nobody edits another of them; they change seldom, and reading them waits for nothing.
 */
@Component
class Edits {

    private final TenantDatabase database;
    private final Moment moment;

    Edits(TenantDatabase database, Moment moment) {
        this.database = database;
        this.moment = moment;
    }

    <R> R write(Supplier<R> edit) {
        return Objects.requireNonNull(moment.transactions().execute(status -> {
            database.sql()
                    .execute(
                            "lock table {0}, {1}, {2} in share row exclusive mode",
                            CALENDAR, SLA_POLICY, ESCALATION_RULE);
            return edit.get();
        }));
    }

    Instant now() {
        return moment.now();
    }
}
