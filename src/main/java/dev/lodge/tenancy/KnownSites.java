package dev.lodge.tenancy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * What each host was last known to be, so that serving a request needs no look into the registry. A change of the registry empties it
 * on every node at once; the short life of an entry is for a node that missed the news.
 */
@Component
class KnownSites implements NewsReader {

    private static final Duration LIFE = Duration.ofSeconds(30);

    /** Hosts that nobody has are remembered too, so their number is bounded: anybody can invent them. */
    private static final int MOST = 20_000;

    private record Known(Optional<Tenant> tenant, Instant until) {}

    private final ConcurrentMap<HostName, Known> byHost = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final InstantSource clock;

    KnownSites(InstantSource clock) {
        this.clock = clock;
    }

    Optional<Tenant> site(HostName host, Function<HostName, Optional<Tenant>> load) {
        Instant now = clock.instant();
        Known known = byHost.get(host);
        if (known != null && now.isBefore(known.until())) {
            return known.tenant();
        }
        long before = changes.get();
        Optional<Tenant> loaded = load.apply(host);
        if (byHost.size() >= MOST) {
            byHost.clear();
        }
        byHost.put(host, new Known(loaded, now.plus(LIFE)));
        if (changes.get() != before) {
            // The registry changed while we read it: what we read may be the old state, and must not outlive the news.
            byHost.remove(host);
        }
        return loaded;
    }

    @Override
    public void inTouch() {
        forget();
    }

    @Override
    public void outOfTouch() {
        forget();
    }

    @Override
    public void registryChanged() {
        forget();
    }

    void forget() {
        changes.incrementAndGet();
        byHost.clear();
    }
}
