package dev.lodge.sla;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Directory;
import dev.lodge.accounts.Permission;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.StaleVersion;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.springframework.stereotype.Component;

/** The levels of escalation of the tenant in force. A level holds for moments after it was made or last changed. */
@Component
public class EscalationRules {

    private final StoredRules stored;
    private final StoredPolicies policies;
    private final Directory directory;
    private final Recounts recounts;
    private final Edits edits;

    EscalationRules(StoredRules stored, StoredPolicies policies, Directory directory, Recounts recounts, Edits edits) {
        this.stored = stored;
        this.policies = policies;
        this.directory = directory;
        this.recounts = recounts;
        this.edits = edits;
    }

    public Listing<EscalationRule> page(Caller caller, ListQuery query) {
        caller.require(Permission.SLA_READ);
        return stored.page(query);
    }

    /** All of a policy, the earliest first. */
    public List<EscalationRule> of(Caller caller, long policy) {
        caller.require(Permission.SLA_READ);
        return stored.of(policy);
    }

    public EscalationRule details(Caller caller, long id) {
        caller.require(Permission.SLA_READ);
        return find(id);
    }

    public EscalationRule create(Caller caller, NewEscalationRule request) {
        caller.require(Permission.SLA_MANAGE);
        return enter(request);
    }

    /** By the desk itself, for imports and the demo. */
    public EscalationRule enter(NewEscalationRule request) {
        request.errors().throwIfAny();
        return edits.write(() -> {
            check(request);
            long id = stored.add(request, edits.now());
            recounts.request(edits.now());
            return find(id);
        });
    }

    /** @param meant whether the version found is the one that the caller means */
    public EscalationRule replace(Caller caller, long id, NewEscalationRule request, LongPredicate meant) {
        request.errors().throwIfAny();
        return change(caller, id, now -> request, meant);
    }

    /** @param meant whether the version found is the one that the caller means */
    public EscalationRule update(Caller caller, long id, EscalationRuleChanges changes, LongPredicate meant) {
        return change(caller, id, changes::over, meant);
    }

    private EscalationRule change(
            Caller caller, long id, Function<EscalationRule, NewEscalationRule> edit, LongPredicate meant) {
        caller.require(Permission.SLA_MANAGE);
        return edits.write(() -> {
            var before = find(id);
            StaleVersion.unless(meant.test(before.version()));
            var request = edit.apply(before);
            request.errors().throwIfAny();
            check(request);
            stored.save(id, request, edits.now());
            recounts.request(edits.now());
            return find(id);
        });
    }

    public void delete(Caller caller, long id, LongPredicate meant) {
        caller.require(Permission.SLA_MANAGE);
        edits.write(() -> {
            StaleVersion.unless(meant.test(find(id).version()));
            stored.delete(id);
            recounts.request(edits.now());
            return id;
        });
    }

    /** Whether what it names exists and what it waits for can come. */
    private void check(NewEscalationRule request) {
        var metric = Objects.requireNonNull(request.metric());
        var policy = policies.find(Objects.requireNonNull(request.policy()));
        if (policy.isEmpty()) {
            FieldErrors.of("policy", "sla.invalid.policy").throwIfAny();
            return;
        }
        var shortest = policy.get().targets().stream()
                .filter(target -> target.metric() == metric)
                .mapToLong(target -> target.seconds())
                .min();
        var errors = FieldErrors.none();
        if (shortest.isEmpty()) {
            errors = errors.and(
                    "metric", "sla.invalid.metric_without_target", policy.get().name());
        } else if (-Objects.requireNonNull(request.offsetSeconds()) >= shortest.getAsLong()) {
            errors = errors.and("offset_seconds", "sla.invalid.before_the_beginning", shortest.getAsLong());
        }
        var actions = request.checkedActions();
        for (int i = 0; i < actions.size(); i++) {
            errors = errors.and(unknown("actions[" + i + "]", actions.get(i)));
        }
        errors.throwIfAny();
    }

    private FieldErrors unknown(String field, EscalationAction action) {
        var errors = FieldErrors.none();
        if (action.agent() != null && directory.assignable(action.agent()).isEmpty()) {
            errors = errors.and(field + ".agent", "sla.invalid.agent");
        }
        if (action.team() != null && directory.team(action.team()).isEmpty()) {
            errors = errors.and(field + ".team", "sla.invalid.team");
        }
        var agents = action.agents();
        for (int i = 0; agents != null && i < agents.size(); i++) {
            if (directory.assignable(agents.get(i)).isEmpty()) {
                errors = errors.and(field + ".agents[" + i + "]", "sla.invalid.agent");
            }
        }
        return errors;
    }

    private EscalationRule find(long id) {
        return stored.find(id).orElseThrow(NotFound::new);
    }
}
