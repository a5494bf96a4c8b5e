package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.ATTAINMENT_GOAL;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tenancy.TenantDatabase;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many of a hundred targets the desk means to meet. What falls short of it is marked in reports and settings. */
@Component
public class AttainmentGoals {

    private static final int HIGHEST = 100;

    private final TenantDatabase database;
    private final Moment moment;

    AttainmentGoals(TenantDatabase database, Moment moment) {
        this.database = database;
        this.moment = moment;
    }

    /** @param percent 1 to 100 */
    public record AttainmentGoal(int percent, long version) {}

    /** @param percent 1 to 100 */
    public record NewAttainmentGoal(@Nullable Integer percent) {}

    public AttainmentGoal goal(Caller caller) {
        caller.require(Permission.SLA_READ);
        return current();
    }

    /** Of a hundred, for reports. */
    public int percent() {
        return current().percent();
    }

    private AttainmentGoal current() {
        return database.sql()
                .select(ATTAINMENT_GOAL.PERCENT, ATTAINMENT_GOAL.VERSION)
                .from(ATTAINMENT_GOAL)
                .fetchSingle(row -> new AttainmentGoal(row.value1(), row.value2()));
    }

    /** @param meant whether the version found is the one that the caller means */
    public AttainmentGoal replace(Caller caller, NewAttainmentGoal request, LongPredicate meant) {
        caller.require(Permission.SLA_MANAGE);
        var percent = request.percent();
        if (percent == null) {
            throw new Invalid("percent", "web.invalid.missing");
        }
        if (percent < 1 || percent > HIGHEST) {
            throw new Invalid("percent", "web.invalid.range", 1, HIGHEST);
        }
        return Objects.requireNonNull(moment.transactions().execute(status -> {
            long version = database.sql()
                    .select(ATTAINMENT_GOAL.VERSION)
                    .from(ATTAINMENT_GOAL)
                    .forUpdate()
                    .fetchSingle(ATTAINMENT_GOAL.VERSION);
            StaleVersion.unless(meant.test(version));
            database.sql()
                    .update(ATTAINMENT_GOAL)
                    .set(ATTAINMENT_GOAL.PERCENT, percent)
                    .set(ATTAINMENT_GOAL.VERSION, version + 1)
                    .execute();
            return current();
        }));
    }
}
