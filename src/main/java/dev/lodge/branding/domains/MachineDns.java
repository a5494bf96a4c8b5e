package dev.lodge.branding.domains;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks the name servers that this machine asks, and remembers nothing: whoever has just set a record wants it seen. */
@Component
class MachineDns implements DnsTxt {

    private static final Logger log = LoggerFactory.getLogger(MachineDns.class);
    /** Until all servers together count as silent. */
    private static final Duration LONGEST = Duration.ofSeconds(6);

    private static final int ROUNDS = 2;

    private final Supplier<List<InetSocketAddress>> servers;
    private final Duration longest;

    MachineDns() {
        this(() -> ResolverConfig.getCurrentConfig().servers(), LONGEST);
    }

    MachineDns(Supplier<List<InetSocketAddress>> servers, Duration longest) {
        this.servers = servers;
        this.longest = longest;
    }

    /** Asks one server after the other, and those that fail or are silent once more: the next may know. */
    @Override
    public Optional<Set<String>> texts(String name) {
        List<InetSocketAddress> all = servers.get();
        for (int round = 0; round < ROUNDS; round++) {
            for (InetSocketAddress server : all) {
                var resolver = new SimpleResolver(server);
                resolver.setTimeout(longest.dividedBy((long) ROUNDS * all.size()));
                var found = texts(name, resolver);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Set<String>> texts(String name, Resolver server) {
        var lookup = lookup(name, server);
        Record[] found = lookup.run();
        return switch (lookup.getResult()) {
            case Lookup.SUCCESSFUL -> Optional.of(texts(found));
            case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> Optional.of(Set.of());
            default -> {
                log.info("{} does not say what texts {} has: {}", server, name, lookup.getErrorString());
                yield Optional.empty();
            }
        };
    }

    private static Lookup lookup(String name, Resolver server) {
        try {
            // The dot at the end keeps the machine's search list out of it.
            var lookup = new Lookup(Name.fromString(name + "."), Type.TXT);
            lookup.setResolver(server);
            lookup.setCache(null);
            return lookup;
        } catch (TextParseException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    /** A text may come in pieces, which belong together (RFC 7208, 3.3). */
    private static Set<String> texts(Record @Nullable [] found) {
        var texts = new HashSet<String>();
        if (found != null) {
            for (Record one : found) {
                if (one instanceof TXTRecord txt) {
                    texts.add(String.join("", txt.getStrings()));
                }
            }
        }
        return texts;
    }
}
