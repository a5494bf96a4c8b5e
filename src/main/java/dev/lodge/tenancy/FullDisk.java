package dev.lodge.tenancy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.springframework.stereotype.Component;

/** Remembers for a while that the database refused to write because its disk was full. Reading goes on then, so nothing else tells. */
@Component
public final class FullDisk implements ExecuteListener {

    private static final long serialVersionUID = 1;

    /** Work that is due is tried at least as often, so while the disk stays full this is renewed. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    /** PostgreSQL's code for it: {@code disk_full}. */
    private static final String STATE = "53100";

    private final transient InstantSource clock;
    private volatile Instant until = Instant.MIN;

    FullDisk(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether a statement of this node was refused for it within the last half minute. */
    public boolean wasMetLately() {
        return clock.instant().isBefore(until);
    }

    @Override
    public void exception(ExecuteContext context) {
        SQLException refused = context.sqlException();
        if (refused != null && STATE.equals(refused.getSQLState())) {
            until = clock.instant().plus(REMEMBERED);
        }
    }
}
