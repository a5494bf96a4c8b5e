package dev.lodge.tenancy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Remembers that the database refused to write because its disk was full. Reading goes on then, so nothing else tells. */
@Component
public final class FullDisk implements ExecuteListener {

    private static final long serialVersionUID = 1;

    private static final Logger log = LoggerFactory.getLogger(FullDisk.class);

    /** So long nobody tries the disk again, however often it is asked about. */
    private static final Duration BELIEVED = Duration.ofSeconds(1);

    /** PostgreSQL's code for it: {@code disk_full}. */
    private static final String STATE = "53100";

    private final transient InstantSource clock;

    /** When a statement was refused, or the disk was tried after that; null as long as there is room. */
    private final transient AtomicReference<@Nullable Instant> met = new AtomicReference<>();

    FullDisk(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Whether a statement of this node was refused for it and there is no room since. What was found a second ago or earlier is found
     * out anew, once a second at most.
     *
     * @param write needs room on the disk, and fails without; run only after a refusal
     */
    public boolean isMet(Runnable write) {
        Instant known = met.get();
        if (known == null) {
            return false;
        }
        Instant now = clock.instant();
        if (now.isBefore(known.plus(BELIEVED)) || !met.compareAndSet(known, now)) {
            return true;
        }
        try {
            write.run();
        } catch (RuntimeException refused) {
            log.warn("The disk of the database is taken for full yet: {}", refused.getMessage());
            return true;
        }
        // Not when another statement was refused meanwhile.
        return !met.compareAndSet(now, null);
    }

    @Override
    public void exception(ExecuteContext context) {
        SQLException refused = context.sqlException();
        if (refused != null && STATE.equals(refused.getSQLState())) {
            met.set(clock.instant());
        }
    }
}
