package dev.lodge.platform.doctor;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.postgresql.core.BaseConnection;

/** The server itself: its version, its clock, and whether something stands between it and Lodge. */
final class Server implements Examination {

    private static final Duration HARMLESS = Duration.ofSeconds(2);

    private final InstantSource clock;

    Server(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> look(Patient patient) {
        return List.of(version(patient), pooler(patient), clock(patient));
    }

    private static Finding version(Patient patient) {
        int number = patient.owner()
                .fetchSingle("select current_setting('server_version_num')::int")
                .into(Integer.class);
        String shown = patient.owner()
                .fetchSingle("select current_setting('server_version')")
                .into(String.class);
        int major = number / 10_000;
        return major >= 15 && major <= 18
                ? Finding.good("Version", "PostgreSQL %s.".formatted(shown))
                : Finding.bad(
                        "Version",
                        "PostgreSQL %s is not one that Lodge is tested with.".formatted(shown),
                        "Use PostgreSQL 15, 16, 17 or 18.");
    }

    /** PgBouncer answers the start of a session itself, with a process id that it made up. */
    private static Finding pooler(Patient patient) {
        int said = patient.application().connectionResult(connection -> {
            try {
                return connection.unwrap(BaseConnection.class).getBackendPID();
            } catch (SQLException notOurs) {
                throw new DataAccessException(String.valueOf(notOurs.getMessage()), notOurs);
            }
        });
        int real = patient.application().fetchSingle("select pg_backend_pid()").into(Integer.class);
        return said == real
                ? Finding.good("Pooler", "Lodge speaks to PostgreSQL directly.")
                : Finding.bad(
                        "Pooler",
                        "A pooler such as PgBouncer stands between Lodge and PostgreSQL, and Lodge keeps a role on each connection.",
                        "Point LODGE_DATABASE_URL at PostgreSQL itself; Lodge has small pools of its own.");
    }

    private Finding clock(Patient patient) {
        Instant before = clock.instant();
        Instant there = patient.owner()
                .fetchSingle("select clock_timestamp()")
                .into(OffsetDateTime.class)
                .toInstant();
        Instant after = clock.instant();
        Instant here = before.plus(Duration.between(before, after).dividedBy(2));
        Duration skew = Duration.between(here, there).abs();
        return skew.compareTo(HARMLESS.plus(Duration.between(before, after))) <= 0
                ? Finding.good("Clock", "This machine and the database agree on the time.")
                : Finding.bad(
                        "Clock",
                        "The clocks of this machine and of the database are %d seconds apart."
                                .formatted(skew.toSeconds()),
                        "Let both follow a time server (NTP): due dates and sessions depend on it.");
    }
}
