package dev.lodge.demo;

import dev.lodge.sla.Calendars;
import dev.lodge.sla.EscalationRules;
import dev.lodge.sla.NewEscalationRule;
import dev.lodge.sla.NewPolicy;
import dev.lodge.sla.NewPolicy.NewConditions;
import dev.lodge.sla.SlaPolicies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The doors by which calendars, policies and levels of escalation come in. */
@Component
record Service(Calendars calendars, SlaPolicies policies, EscalationRules rules) {

    /** What the desk promises, before its first ticket. */
    void promise(Desk desk) {
        Map<String, Long> known = new HashMap<>();
        desk.calendars().forEach(calendar -> {
            var entered = calendars.enter(calendar);
            known.put(entered.name(), entered.id());
        });
        desk.policies().forEach(policy -> promise(policy, known.get(policy.calendar())));
    }

    private void promise(Desk.Policy policy, @Nullable Long calendar) {
        var conditions =
                new NewConditions(null, null, null, null, new ArrayList<@Nullable String>(policy.tags()), null);
        long id = policies.enter(
                        new NewPolicy(policy.name(), null, calendar, conditions, policy.targets(), policy.pauseIn()))
                .id();
        policy.levels()
                .forEach(level -> rules.enter(new NewEscalationRule(
                        level.name(), id, level.metric(), level.offsetSeconds(), level.actions())));
    }
}
