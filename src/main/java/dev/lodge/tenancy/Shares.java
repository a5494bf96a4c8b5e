package dev.lodge.tenancy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many of a pool's connections each of its tenants may hold at once: all but one, so that slow statements of one tenant leave its
 * neighbours a connection. A tenant that has met no neighbour yet may hold them all.
 */
final class Shares {

    private final int size;
    private final Duration patience;
    private final ConcurrentMap<String, Share> byRole = new ConcurrentHashMap<>();

    /**
     * @param size connections of the pool
     * @param patience how long a tenant waits for a connection of its own to come back
     */
    Shares(int size, Duration patience) {
        this.size = size;
        this.patience = patience;
    }

    /**
     * Takes one connection's worth, to be given back.
     *
     * @throws SQLTransientConnectionException when the role holds its whole share for longer than the patience
     */
    Share take(String role) throws SQLException {
        Share known = byRole.get(role);
        Share share = known == null ? join(role) : known;
        share.take(patience);
        return share;
    }

    private synchronized Share join(String role) {
        Share known = byRole.get(role);
        if (known != null) {
            return known;
        }
        if (byRole.size() == 1 && size > 1) {
            byRole.values().forEach(Share::leaveOne);
        }
        Share share = new Share(byRole.isEmpty() ? size : Math.max(1, size - 1));
        byRole.put(role, share);
        return share;
    }

    /** What one role may hold. First come, first served. */
    static final class Share {

        private final Bounded free;

        private Share(int connections) {
            free = new Bounded(connections);
        }

        private void take(Duration patience) throws SQLException {
            try {
                if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new SQLTransientConnectionException("The tenant's share of the pool is in use.");
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new SQLTransientConnectionException("Interrupted while waiting for a connection.", stopped);
            }
        }

        void giveBack() {
            free.release();
        }

        private void leaveOne() {
            free.reducePermits(1);
        }

        private static final class Bounded extends Semaphore {

            private static final long serialVersionUID = 1;

            Bounded(int permits) {
                super(permits, true);
            }

            @Override
            protected void reducePermits(int reduction) {
                super.reducePermits(reduction);
            }
        }
    }
}
