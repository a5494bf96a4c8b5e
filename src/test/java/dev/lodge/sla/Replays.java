package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.TICKET;
import static dev.lodge.schema.tenant.Tables.TICKET_EVENT;

import dev.lodge.sla.clocks.ClockState;
import dev.lodge.sla.clocks.ServiceLevel;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tickets.Ledgers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.springframework.boot.test.context.TestComponent;

/** The clocks of a tenant's tickets, once as they stand in the table and once counted from nothing. */
@TestComponent
public class Replays {

    private final TenantDatabase database;
    private final Ledgers ledgers;
    private final StoredClocks stored;
    private final PolicyVersions versions;

    Replays(TenantDatabase database, Ledgers ledgers, StoredClocks stored, PolicyVersions versions) {
        this.database = database;
        this.ledgers = ledgers;
        this.stored = stored;
        this.versions = versions;
    }

    /** What differs, ticket by ticket; as of each ticket's last fact, because that is when its clocks were last written. */
    public List<String> differences() {
        var ids =
                database.sql().select(TICKET.ID).from(TICKET).orderBy(TICKET.ID).fetch(TICKET.ID);
        var rows = stored.of(ids);
        var differences = new ArrayList<String>();
        ledgers.of(ids).forEach((ticket, ledger) -> {
            var live = sorted(rows.getOrDefault(ticket, List.of()).stream());
            var counted = sorted(ServiceLevel.replay(ledger, versions, last(ticket)).stream()
                    .map(clock -> counted(ticket, clock, live)));
            if (!live.equals(counted)) {
                differences.add(
                        "Ticket %d\n  has     %s\n  counted %s\n  from %s".formatted(ticket, live, counted, ledger));
            }
        });
        return differences;
    }

    public int clocks() {
        return database.sql().fetchCount(dev.lodge.schema.tenant.Tables.CLOCK);
    }

    private Instant last(long ticket) {
        return database.sql()
                .select(DSL.max(TICKET_EVENT.CREATED_AT))
                .from(TICKET_EVENT)
                .where(TICKET_EVENT.TICKET_ID.eq(ticket))
                .fetchSingle()
                .value1();
    }

    /** As the row that is there would say it, if any is: its id, next moment and levels are not counted from the ledger. */
    private static ClockRow counted(long ticket, ClockState clock, Map<String, ClockRow> live) {
        var there = live.get(name(clock.metric(), clock.ordinal()));
        return there == null
                ? ClockRow.of(null, ticket, clock, null, Set.of())
                : ClockRow.of(there.id(), ticket, clock, there.nextMoment(), there.levelsReached());
    }

    private static Map<String, ClockRow> sorted(Stream<ClockRow> rows) {
        var sorted = new TreeMap<String, ClockRow>();
        rows.forEach(row -> sorted.put(name(row.metric(), row.ordinal()), row));
        return sorted;
    }

    private static String name(Metric metric, int ordinal) {
        return metric + " " + ordinal;
    }
}
