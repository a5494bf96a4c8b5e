package dev.lodge.sla.report;

import dev.lodge.accounts.Caller;
import org.springframework.stereotype.Component;

/** What the report over the last thirty days says, policy by policy: the same clocks, counted by the same query. */
@Component
public class RecentAttainment {

    private static final String PERIOD = "30d";

    private final Tallies tallies;
    private final ReportDays days;

    RecentAttainment(Tallies tallies, ReportDays days) {
        this.tallies = tallies;
        this.days = days;
    }

    public PolicyScores byPolicy(Caller caller) {
        return tallies.byPolicy(caller, Period.usual(PERIOD, days.today(), days.zone()));
    }
}
