package dev.lodge.sla;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.sla.AttainmentGoals.AttainmentGoal;
import dev.lodge.sla.AttainmentGoals.NewAttainmentGoal;
import dev.lodge.web.api.IfMatch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How many of a hundred targets are to be met, over HTTP. */
@RestController
class AttainmentGoalController {

    private final AttainmentGoals goals;

    AttainmentGoalController(AttainmentGoals goals) {
        this.goals = goals;
    }

    @GetMapping("/api/attainment-goal")
    @Requires(Permission.SLA_READ)
    ResponseEntity<AttainmentGoal> show(Caller caller) {
        return answer(goals.goal(caller));
    }

    @PutMapping("/api/attainment-goal")
    @Requires(Permission.SLA_MANAGE)
    ResponseEntity<AttainmentGoal> replace(Caller caller, @RequestBody NewAttainmentGoal request, IfMatch match) {
        return answer(goals.replace(caller, request, match));
    }

    private static ResponseEntity<AttainmentGoal> answer(AttainmentGoal goal) {
        return ResponseEntity.ok().eTag(IfMatch.tag(goal.version())).body(goal);
    }
}
