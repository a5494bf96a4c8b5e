package dev.lodge.sla.page;

import dev.lodge.sla.AttainmentGoals.NewAttainmentGoal;

/**
 * The goal as it is being edited, as typed.
 *
 * @param version of the goal when the form was opened
 */
public record GoalForm(String percent, long version, Outcome outcome) {

    /** What is no whole number becomes one that is out of range. */
    NewAttainmentGoal request() {
        return new NewAttainmentGoal(percent.isBlank() ? null : (int) Math.clamp(Sent.id(percent), -1, 1_000));
    }

    GoalForm with(Outcome found) {
        return new GoalForm(percent, version, found);
    }
}
