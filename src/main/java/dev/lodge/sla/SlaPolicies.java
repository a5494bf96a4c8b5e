package dev.lodge.sla;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.StaleVersion;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The policies of the tenant in force, in the order in which they are asked: a ticket comes under the first one that is for it. Each
 * edit makes a version that stays, and has open tickets compared with the policies again.
 */
@Component
public class SlaPolicies {

    private final StoredPolicies stored;
    private final PolicyChecks checks;
    private final StoredRules rules;
    private final Recounts recounts;
    private final Edits edits;

    SlaPolicies(StoredPolicies stored, PolicyChecks checks, StoredRules rules, Recounts recounts, Edits edits) {
        this.stored = stored;
        this.checks = checks;
        this.rules = rules;
        this.recounts = recounts;
        this.edits = edits;
    }

    public Listing<PolicyDetails> page(Caller caller, ListQuery query) {
        var all = all(caller);
        var ordered = query.descending() ? all.reversed() : all;
        return query.listing(
                all.size(),
                ordered.stream().skip(query.offset()).limit(query.size()).toList());
    }

    /** All of them, in order. */
    public List<PolicyDetails> all(Caller caller) {
        caller.require(Permission.SLA_READ);
        return stored.all();
    }

    public PolicyDetails details(Caller caller, long id) {
        caller.require(Permission.SLA_READ);
        return find(id);
    }

    public PolicyDetails create(Caller caller, NewPolicy request) {
        caller.require(Permission.SLA_MANAGE);
        return enter(request);
    }

    /** By the desk itself, for imports and the demo. */
    public PolicyDetails enter(NewPolicy request) {
        request.errors().throwIfAny();
        return edits.write(() -> {
            var said = checks.check(request, null);
            var others = stored.all();
            long id = stored.add(said, others.size() + 1, request.calendar(), edits.now());
            move(find(id), request.position());
            recounts.request(edits.now());
            return find(id);
        });
    }

    /** @param meant whether the version found is the one that the caller means */
    public PolicyDetails replace(Caller caller, long id, NewPolicy request, LongPredicate meant) {
        request.errors().throwIfAny();
        return change(caller, id, now -> request, meant);
    }

    /** @param meant whether the version found is the one that the caller means */
    public PolicyDetails update(Caller caller, long id, PolicyChanges changes, LongPredicate meant) {
        return change(caller, id, changes::over, meant);
    }

    private PolicyDetails change(Caller caller, long id, Function<PolicyDetails, NewPolicy> edit, LongPredicate meant) {
        caller.require(Permission.SLA_MANAGE);
        return edits.write(() -> {
            var before = find(id);
            StaleVersion.unless(meant.test(before.version()));
            var request = edit.apply(before);
            request.errors().throwIfAny();
            stored.save(before, checks.check(request, id), request.calendar(), edits.now());
            move(find(id), request.position());
            recounts.request(edits.now());
            return find(id);
        });
    }

    private void move(PolicyDetails policy, @Nullable Integer position) {
        if (position != null && position != policy.position()) {
            var order = new ArrayList<>(stored.all());
            order.removeIf(other -> other.id() == policy.id());
            order.add(Math.min(position - 1, order.size()), policy);
            stored.order(order);
        }
    }

    /** @return all of them in their new order */
    public List<PolicyDetails> reorder(Caller caller, PolicyOrder request) {
        caller.require(Permission.SLA_MANAGE);
        var ids = request.order();
        if (ids == null) {
            throw new Invalid("order", "web.invalid.missing");
        }
        return edits.write(() -> {
            var rest = new ArrayList<>(stored.all());
            var order = new ArrayList<PolicyDetails>();
            for (int i = 0; i < ids.size(); i++) {
                var id = ids.get(i);
                var next = rest.stream()
                        .filter(policy -> id != null && policy.id() == id)
                        .findFirst();
                if (next.isEmpty()) {
                    throw new Invalid("order[" + i + "]", "sla.invalid.policy");
                }
                order.add(next.get());
                rest.remove(next.get());
            }
            order.addAll(rest);
            stored.order(order);
            recounts.request(edits.now());
            return stored.all();
        });
    }

    /** Its open tickets come under the next policy that is for them; its levels of escalation go with it. */
    public void delete(Caller caller, long id, LongPredicate meant) {
        caller.require(Permission.SLA_MANAGE);
        edits.write(() -> {
            var policy = find(id);
            StaleVersion.unless(meant.test(policy.version()));
            rules.deleteOf(id);
            stored.delete(id, edits.now());
            stored.order(stored.all());
            recounts.request(edits.now());
            return id;
        });
    }

    private PolicyDetails find(long id) {
        return stored.find(id).orElseThrow(NotFound::new);
    }
}
