package dev.lodge.branding.domains;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks the name servers that this machine asks, and remembers nothing: whoever has just set a record wants it seen. */
@Component
class MachineDns implements DnsTxt {

    private static final Logger log = LoggerFactory.getLogger(MachineDns.class);
    private static final Duration LONGEST = Duration.ofSeconds(4);
    private static final int TRIES = 2;

    @Override
    public Optional<Set<String>> texts(String name) {
        var lookup = lookup(name);
        Record[] found = lookup.run();
        return switch (lookup.getResult()) {
            case Lookup.SUCCESSFUL -> Optional.of(texts(found));
            case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> Optional.of(Set.of());
            default -> {
                log.info("No name server said what texts {} has: {}", name, lookup.getErrorString());
                yield Optional.empty();
            }
        };
    }

    private static Lookup lookup(String name) {
        try {
            var resolver = new ExtendedResolver();
            resolver.setTimeout(LONGEST);
            resolver.setRetries(TRIES);
            // The dot at the end keeps the machine's search list out of it.
            var lookup = new Lookup(Name.fromString(name + "."), Type.TXT);
            lookup.setResolver(resolver);
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
