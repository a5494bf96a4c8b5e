package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.CLOSING_RULE;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.jobs.Jobs;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tenancy.TenantDatabase;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** After how many days the desk closes a solved ticket. */
@Component
public class ClosingRules {

    private static final int LONGEST = 365;

    private final TenantDatabase database;
    private final Jobs jobs;
    private final Moment moment;

    ClosingRules(TenantDatabase database, Jobs jobs, Moment moment) {
        this.database = database;
        this.jobs = jobs;
        this.moment = moment;
    }

    /** @param closeAfterDays 0 for never */
    public record ClosingRule(int closeAfterDays, long version) {}

    /** @param closeAfterDays 0 for never, at most 365 */
    public record NewClosingRule(@Nullable Integer closeAfterDays) {}

    public ClosingRule rule(Caller caller) {
        caller.require(Permission.SLA_READ);
        return current();
    }

    ClosingRule current() {
        return database.sql()
                .select(CLOSING_RULE.CLOSE_AFTER_DAYS, CLOSING_RULE.VERSION)
                .from(CLOSING_RULE)
                .fetchSingle(row -> new ClosingRule(row.value1(), row.value2()));
    }

    /** @param meant whether the version found is the one that the caller means */
    public ClosingRule replace(Caller caller, NewClosingRule request, LongPredicate meant) {
        caller.require(Permission.SLA_MANAGE);
        var days = request.closeAfterDays();
        if (days == null) {
            throw new Invalid("close_after_days", "web.invalid.missing");
        }
        if (days < 0 || days > LONGEST) {
            throw new Invalid("close_after_days", "web.invalid.range", 0, LONGEST);
        }
        return Objects.requireNonNull(moment.transactions().execute(status -> {
            long version = database.sql()
                    .select(CLOSING_RULE.VERSION)
                    .from(CLOSING_RULE)
                    .forUpdate()
                    .fetchSingle(CLOSING_RULE.VERSION);
            StaleVersion.unless(meant.test(version));
            database.sql()
                    .update(CLOSING_RULE)
                    .set(CLOSING_RULE.CLOSE_AFTER_DAYS, days)
                    .set(CLOSING_RULE.VERSION, version + 1)
                    .execute();
            jobs.wake(AutoClose.WORK, moment.now());
            return current();
        }));
    }
}
