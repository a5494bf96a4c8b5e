package dev.lodge.sla;

import dev.lodge.Cast.Desk.Promise;
import dev.lodge.sla.NewEscalationRule.NewAction;
import dev.lodge.sla.NewPolicy.NewTarget;
import dev.lodge.sla.clocks.Counting;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Service levels of the cast, made in the tenant in force. */
@TestComponent
public class Promises {

    private static final List<String> WORKDAYS = List.of("monday", "tuesday", "wednesday", "thursday", "friday");

    private final Calendars calendars;
    private final SlaPolicies policies;
    private final EscalationRules rules;

    Promises(Calendars calendars, SlaPolicies policies, EscalationRules rules) {
        this.calendars = calendars;
        this.policies = policies;
        this.rules = rules;
    }

    /** One of each, for all tickets; their names begin with the desk's. */
    public Promise make(String desk) {
        long calendar = office(desk + " office", "Europe/Berlin");
        long policy = policies.enter(new NewPolicy(
                        desk + " gold",
                        null,
                        calendar,
                        null,
                        targets(
                                new NewTarget(Metric.FIRST_RESPONSE, Priority.HIGH, 3600L, Counting.BUSINESS),
                                new NewTarget(Metric.RESOLUTION, Priority.HIGH, 28_800L, Counting.BUSINESS)),
                        statuses(TicketStatus.PENDING)))
                .id();
        long rule = rules.enter(new NewEscalationRule(
                        desk + " warning", policy, Metric.RESOLUTION, -900L, actions(notifyAssignee())))
                .id();
        return new Promise(calendar, policy, rule);
    }

    /** Before all others: an answer to normal tickets within an hour, with a level ten minutes before and one when it is missed. */
    public void answersWithinAnHour() {
        var hour = new NewTarget(Metric.FIRST_RESPONSE, Priority.NORMAL, 3600L, Counting.CALENDAR);
        long policy = policies.enter(new NewPolicy("Within an hour", 1, null, null, targets(hour), null))
                .id();
        for (long offset : new long[] {-600, 0}) {
            rules.enter(new NewEscalationRule(
                    "Level " + offset, policy, Metric.FIRST_RESPONSE, offset, actions(notifyAssignee())));
        }
    }

    /** Open 9 to 12 and 13 to 17 on workdays, closed at Christmas. */
    public long office(String name, String zone) {
        Map<String, @Nullable List<@Nullable List<@Nullable String>>> hours = new LinkedHashMap<>();
        WORKDAYS.forEach(day -> hours.put(day, List.of(List.of("09:00", "12:00"), List.of("13:00", "17:00"))));
        return calendars
                .enter(new NewCalendar(
                        name, zone, null, hours, List.of(new NewCalendar.NewHoliday("2026-12-25", "Christmas", true))))
                .id();
    }

    static NewAction notifyAssignee() {
        return new NewAction(
                EscalationAction.Type.NOTIFY,
                new ArrayList<EscalationAction.@Nullable Audience>(
                        List.of(EscalationAction.Audience.ASSIGNEE, EscalationAction.Audience.MANAGER)),
                null,
                null,
                null,
                null,
                null);
    }

    static List<@Nullable NewTarget> targets(NewTarget... targets) {
        return new ArrayList<@Nullable NewTarget>(List.of(targets));
    }

    static List<@Nullable TicketStatus> statuses(TicketStatus... statuses) {
        return new ArrayList<@Nullable TicketStatus>(List.of(statuses));
    }

    static List<@Nullable NewAction> actions(NewAction... actions) {
        return new ArrayList<@Nullable NewAction>(List.of(actions));
    }
}
