package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.CALENDAR_VERSION;
import static dev.lodge.schema.tenant.Tables.SLA_POLICY_VERSION;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.sla.clocks.Target;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tickets.TicketStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a policy said in its versions. */
@Component
public class PolicyHistory {

    private static final int MOST = 20;

    private final TenantDatabase database;

    PolicyHistory(TenantDatabase database) {
        this.database = database;
    }

    /**
     * A policy in one of its versions.
     *
     * @param calendar the name that the calendar of this version had; null if there was none
     * @param calendarVersion which one of its versions is counted in
     */
    public record Edition(
            int version,
            Instant savedAt,
            String name,
            Conditions conditions,
            List<Target> targets,
            List<TicketStatus> pauseIn,
            @Nullable String calendar,
            @Nullable Integer calendarVersion) {}

    /** The last twenty versions, the newest first; empty for an id that is unknown. */
    public List<Edition> of(Caller caller, long policy) {
        caller.require(Permission.SLA_READ);
        return database.sql()
                .select(SLA_POLICY_VERSION.fields())
                .select(CALENDAR_VERSION.NAME)
                .from(SLA_POLICY_VERSION)
                .leftJoin(CALENDAR_VERSION)
                .on(CALENDAR_VERSION
                        .CALENDAR_ID
                        .eq(SLA_POLICY_VERSION.CALENDAR_ID)
                        .and(CALENDAR_VERSION.VERSION.eq(SLA_POLICY_VERSION.CALENDAR_VERSION)))
                .where(SLA_POLICY_VERSION.POLICY_ID.eq(policy))
                .orderBy(SLA_POLICY_VERSION.VERSION.desc())
                .limit(DSL.inline(MOST))
                .fetch(row -> new Edition(
                        row.get(SLA_POLICY_VERSION.VERSION),
                        row.get(SLA_POLICY_VERSION.CREATED_AT),
                        row.get(SLA_POLICY_VERSION.NAME),
                        Kept.read(row.get(SLA_POLICY_VERSION.CONDITIONS), Conditions.class),
                        List.of(Kept.read(row.get(SLA_POLICY_VERSION.TARGETS), Target[].class)),
                        Arrays.stream(row.get(SLA_POLICY_VERSION.PAUSE_IN))
                                .map(TicketStatus::of)
                                .toList(),
                        row.get(CALENDAR_VERSION.NAME),
                        row.get(SLA_POLICY_VERSION.CALENDAR_VERSION)));
    }
}
