package dev.lodge.sla;

import dev.lodge.sla.clocks.PolicyBook;
import dev.lodge.sla.clocks.Terms;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.TicketState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Versions of policies, ready to be counted with. A version never changes, so those in use are kept in memory, for all tenants
 * together; which versions are in force is asked of the database each time. Edits do not read through here, so that none is kept that
 * is rolled back.
 */
@Component
class PolicyVersions implements PolicyBook {

    private static final int KEPT = 4_000;

    private final StoredVersions stored;
    private final Map<Key, Readable> kept = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Readable> eldest) {
            return size() > KEPT;
        }
    });

    PolicyVersions(StoredVersions stored) {
        this.stored = stored;
    }

    private record Key(long tenant, long policy, int version) {}

    private record Readable(Conditions conditions, Terms terms) {}

    /** A policy that tickets can come under, and for which. */
    record InForce(Conditions conditions, Terms terms) {}

    /**
     * What holds at present.
     *
     * @param policies in the order in which they are asked
     * @param levels of all policies, also of those that only hold for tickets that were under them; of each the earliest first
     */
    record Rulebook(List<InForce> policies, List<EscalationRule> levels) {}

    /** Empty if the tenant never had a policy, so that nothing else needs to be asked. */
    Optional<Rulebook> inForce() {
        var live = stored.live();
        return live.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rulebook(
                        live.stream()
                                .filter(policy -> !policy.deleted())
                                .map(policy -> readable(policy.id(), policy.version()))
                                .map(policy -> new InForce(policy.conditions(), policy.terms()))
                                .toList(),
                        live.stream()
                                .flatMap(policy -> policy.levels().stream())
                                .toList()));
    }

    /** Those that tickets can come under, in the order in which they are asked. */
    List<InForce> policiesInForce() {
        return inForce().map(Rulebook::policies).orElse(List.of());
    }

    /** The first one that is for the ticket. */
    static Optional<Terms> decide(List<InForce> policies, TicketState ticket) {
        return policies.stream()
                .filter(policy -> policy.conditions().match(ticket))
                .findFirst()
                .map(InForce::terms);
    }

    @Override
    public Terms terms(long policy, int version) {
        return readable(policy, version).terms();
    }

    private Readable readable(long policy, int version) {
        var key = new Key(Tenants.current().id(), policy, version);
        var known = kept.get(key);
        if (known == null) {
            var found = stored.version(policy, version);
            known = new Readable(found.conditions(), found.terms(policy, version));
            kept.put(key, known);
        }
        return known;
    }
}
