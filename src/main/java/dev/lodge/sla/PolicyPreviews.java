package dev.lodge.sla;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.problem.NotFound;
import dev.lodge.sla.PolicyVersions.InForce;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a new policy or an edit of one would do to open tickets. Nothing is saved. */
@Component
public class PolicyPreviews {

    /** Stands for the id of a policy that has none yet. */
    private static final long UNSAVED = 0;

    private final StoredPolicies stored;
    private final PolicyVersions versions;
    private final PolicyChecks checks;
    private final Trials trials;

    PolicyPreviews(StoredPolicies stored, PolicyVersions versions, PolicyChecks checks, Trials trials) {
        this.stored = stored;
        this.versions = versions;
        this.checks = checks;
        this.trials = trials;
    }

    /** @throws dev.lodge.problem.Invalid as the edit itself would */
    public PolicyEffect of(Caller caller, long id, NewPolicy request) {
        caller.require(Permission.SLA_MANAGE);
        return tried(request, id);
    }

    /** @throws dev.lodge.problem.Invalid as making it would */
    public PolicyEffect ofNew(Caller caller, NewPolicy request) {
        caller.require(Permission.SLA_MANAGE);
        return tried(request, null);
    }

    private PolicyEffect tried(NewPolicy request, @Nullable Long id) {
        request.errors().throwIfAny();
        return trials.of(() -> id == null ? withNew(request) : edited(id, request));
    }

    private List<InForce> withNew(NewPolicy request) {
        var order = inForce();
        return placed(draft(request, null, UNSAVED, 1), order, order.size(), request.position());
    }

    private List<InForce> edited(long id, NewPolicy request) {
        var policy = stored.find(id).orElseThrow(NotFound::new);
        var others = new ArrayList<InForce>();
        int place = 0;
        for (var other : inForce()) {
            if (other.terms().policy() == id) {
                place = others.size();
            } else {
                others.add(other);
            }
        }
        return placed(draft(request, id, id, policy.version() + 1), others, place, request.position());
    }

    private InForce draft(NewPolicy request, @Nullable Long known, long id, int version) {
        var said = checks.check(request, known);
        return new InForce(said.conditions(), said.terms(id, version));
    }

    private static List<InForce> placed(InForce draft, List<InForce> others, int place, @Nullable Integer wanted) {
        others.add(wanted == null ? place : Math.min(wanted - 1, others.size()), draft);
        return others;
    }

    private List<InForce> inForce() {
        return new ArrayList<>(versions.policiesInForce());
    }
}
