package dev.lodge.sla.clocks;

import static dev.lodge.tickets.TicketStatus.CLOSED;
import static dev.lodge.tickets.TicketStatus.ON_HOLD;
import static dev.lodge.tickets.TicketStatus.OPEN;
import static dev.lodge.tickets.TicketStatus.PENDING;
import static dev.lodge.tickets.TicketStatus.SOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.sla.Metric;
import dev.lodge.sla.hours.BusinessCalendar;
import dev.lodge.sla.hours.Holidays;
import dev.lodge.sla.hours.WeeklyHours;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.LedgerEntry;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketFact;
import dev.lodge.tickets.TicketStatus;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each sentence about clocks as a story; times are those of Berlin, where the desk works 9 to 17 on workdays. */
class ServiceLevelTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final BusinessCalendar OFFICE = BusinessCalendar.of(
            BERLIN,
            WeeklyHours.parse(Stream.of("monday", "tuesday", "wednesday", "thursday", "friday")
                    .collect(Collectors.toMap(day -> day, day -> List.of(List.of("09:00", "17:00"))))),
            Holidays.none());

    /** Four hours for all but urgent, which has one; around the clock. */
    private static final Terms GOLD = terms(1, Counting.CALENDAR, 4 * 3600, 3600, Set.of(PENDING, ON_HOLD));

    /** The same in business time. */
    private static final Terms OFFICE_GOLD = terms(2, Counting.BUSINESS, 4 * 3600, 3600, Set.of(PENDING, ON_HOLD));

    /** As gold, without a pause. */
    private static final Terms RESTLESS = terms(3, Counting.CALENDAR, 4 * 3600, 3600, Set.of());

    private static final Terms SILVER = terms(4, Counting.CALENDAR, 8 * 3600, 8 * 3600, Set.of(PENDING, ON_HOLD));

    private final List<LedgerEntry> ledger = new ArrayList<>();

    @Test
    void firstResponseRunsFromCreationToTheFirstPublicReply() {
        opened("2026-03-09T10:00", GOLD);
        happens("2026-03-09T11:00", new TicketFact.Noted());
        happens("2026-03-09T12:30", new TicketFact.Replied());

        var clock = clock(Metric.FIRST_RESPONSE, "2026-03-09T20:00");

        assertThat(clock.status()).isEqualTo(ClockStatus.MET);
        assertThat(clock.dueAt()).isEqualTo(at("2026-03-09T14:00"));
        assertThat(clock.fulfilledAt()).isEqualTo(at("2026-03-09T12:30"));
        assertThat(clock.used().toMinutes()).isEqualTo(150);
    }

    @Test
    void aReplyInTheVeryMomentIsInTimeAndOneMicrosecondLaterIsLate() {
        opened("2026-03-09T10:00", GOLD);
        var lateLedger = new ArrayList<>(ledger);
        happens("2026-03-09T14:00", new TicketFact.Replied());
        lateLedger.add(new LedgerEntry(at("2026-03-09T14:00").plusNanos(1000), new TicketFact.Replied()));

        assertThat(clock(Metric.FIRST_RESPONSE, "2026-03-10T10:00").status()).isEqualTo(ClockStatus.MET);
        var late = replay(lateLedger, at("2026-03-10T10:00")).getFirst();
        assertThat(late.status()).isEqualTo(ClockStatus.BREACHED);
        assertThat(late.breachedAt()).isEqualTo(at("2026-03-09T14:00"));
        assertThat(late.fulfilledAt()).isAfter(at("2026-03-09T14:00"));
    }

    @Test
    void firstResponseDoesNotPauseNorRestartWhenTheTeamChanges() {
        opened("2026-03-09T10:00", GOLD);
        happens("2026-03-09T10:30", new TicketFact.TeamChanged(null, null));
        becomes("2026-03-09T11:00", OPEN, PENDING);

        var clock = clock(Metric.FIRST_RESPONSE, "2026-03-09T13:00");

        assertThat(clock.status()).isEqualTo(ClockStatus.RUNNING);
        assertThat(clock.startedAt()).isEqualTo(at("2026-03-09T10:00"));
        assertThat(clock.dueAt()).isEqualTo(at("2026-03-09T14:00"));
    }

    @Test
    void nextResponseRunsFromTheOldestUnansweredMessageAndEachSpanIsItsOwn() {
        opened("2026-03-09T10:00", GOLD);
        happens("2026-03-09T10:30", new TicketFact.CustomerReplied());
        happens("2026-03-09T11:00", new TicketFact.Replied());
        happens("2026-03-09T12:00", new TicketFact.CustomerReplied());
        happens("2026-03-09T13:00", new TicketFact.CustomerReplied());
        happens("2026-03-09T15:00", new TicketFact.Replied());
        happens("2026-03-09T18:00", new TicketFact.CustomerReplied());

        var clocks = clocks(Metric.NEXT_RESPONSE, "2026-03-10T10:00");

        assertThat(clocks).extracting(ClockState::ordinal).containsExactly(1, 2);
        assertThat(clocks)
                .extracting(ClockState::startedAt)
                .containsExactly(at("2026-03-09T12:00"), at("2026-03-09T18:00"));
        assertThat(clocks).extracting(ClockState::status).containsExactly(ClockStatus.MET, ClockStatus.BREACHED);
    }

    @Test
    void nextResponseIsCancelledWhenTheTicketIsSolvedAndABreachStays() {
        opened("2026-03-09T10:00", GOLD);
        happens("2026-03-09T11:00", new TicketFact.Replied());
        happens("2026-03-09T12:00", new TicketFact.CustomerReplied());
        becomes("2026-03-09T13:00", OPEN, SOLVED);
        happens("2026-03-10T10:00", new TicketFact.CustomerReplied());
        becomes("2026-03-10T10:00", SOLVED, OPEN);
        becomes("2026-03-10T16:00", OPEN, SOLVED);

        var clocks = clocks(Metric.NEXT_RESPONSE, "2026-03-11T10:00");

        assertThat(clocks).extracting(ClockState::status).containsExactly(ClockStatus.CANCELLED, ClockStatus.BREACHED);
        assertThat(clocks.getFirst().dueAt()).isNull();
        assertThat(clocks.getLast().endedAt()).isEqualTo(at("2026-03-10T16:00"));
        assertThat(clocks.getLast().fulfilledAt()).isNull();
    }

    @Test
    void periodicUpdateRunsBetweenRepliesWhileUnresolvedAndPauses() {
        opened("2026-03-09T10:00", GOLD);
        assertThat(clocks(Metric.PERIODIC_UPDATE, "2026-03-09T10:59")).isEmpty();
        happens("2026-03-09T11:00", new TicketFact.Replied());
        happens("2026-03-09T13:00", new TicketFact.Replied());
        becomes("2026-03-09T14:00", OPEN, PENDING);

        var clocks = clocks(Metric.PERIODIC_UPDATE, "2026-03-09T20:00");

        assertThat(clocks).extracting(ClockState::status).containsExactly(ClockStatus.MET, ClockStatus.PAUSED);
        assertThat(clocks.getLast().used().toMinutes()).isEqualTo(60);
    }

    @Test
    void resolutionPausesOnlyWhereThePolicySaysSo() {
        opened("2026-03-09T10:00", GOLD);
        becomes("2026-03-09T11:00", OPEN, ON_HOLD);
        becomes("2026-03-09T16:00", ON_HOLD, OPEN);

        var gold = clock(Metric.RESOLUTION, "2026-03-09T17:00");
        applies("2026-03-09T17:00", RESTLESS);
        var restless = clock(Metric.RESOLUTION, "2026-03-09T17:30");

        assertThat(gold.status()).isEqualTo(ClockStatus.RUNNING);
        assertThat(gold.dueAt()).isEqualTo(at("2026-03-09T19:00"));
        assertThat(gold.breaks()).singleElement().satisfies(pause -> {
            assertThat(pause.from()).isEqualTo(at("2026-03-09T11:00"));
            assertThat(pause.spared().toHours()).isEqualTo(5);
        });
        assertThat(restless.status()).isEqualTo(ClockStatus.BREACHED);
        assertThat(restless.dueAt()).isEqualTo(at("2026-03-09T14:00"));
        assertThat(restless.breachedAt()).isEqualTo(at("2026-03-09T17:00"));
    }

    @Test
    void whilePausedNothingIsDueAndNothingIsLate() {
        opened("2026-03-09T10:00", GOLD);
        becomes("2026-03-09T11:00", OPEN, PENDING);

        var clock = clock(Metric.RESOLUTION, "2026-04-09T10:00");

        assertThat(clock.status()).isEqualTo(ClockStatus.PAUSED);
        assertThat(clock.dueAt()).isNull();
        assertThat(clock.used().toMinutes()).isEqualTo(60);
    }

    @Test
    void aTicketOpenedAgainGoesOnWithTheTimeItHadUsed() {
        opened("2026-03-09T10:00", GOLD);
        becomes("2026-03-09T13:30", OPEN, SOLVED);
        assertThat(clock(Metric.RESOLUTION, "2026-03-10T09:00").status()).isEqualTo(ClockStatus.MET);
        becomes("2026-03-10T10:00", SOLVED, OPEN);

        var clock = clock(Metric.RESOLUTION, "2026-03-10T10:10");

        assertThat(clock.status()).isEqualTo(ClockStatus.RUNNING);
        assertThat(clock.endedAt()).isNull();
        assertThat(clock.dueAt()).isEqualTo(at("2026-03-10T10:30"));
        assertThat(clock.used().toMinutes()).isEqualTo(220);
    }

    @Test
    void aTicketOpenedAgainWithAllTimeUsedIsOverdueAtOnce() {
        opened("2026-03-09T10:00", GOLD);
        becomes("2026-03-09T14:00", OPEN, SOLVED);
        becomes("2026-03-10T10:00", SOLVED, OPEN);

        var clock = clock(Metric.RESOLUTION, "2026-03-10T10:01");

        assertThat(clock.status()).isEqualTo(ClockStatus.BREACHED);
        assertThat(clock.breachedAt()).isEqualTo(at("2026-03-10T10:00"));
    }

    @Test
    void anotherPriorityKeepsTheTimeUsed() {
        opened("2026-03-09T10:00", GOLD);
        happens("2026-03-09T10:30", new TicketFact.PriorityChanged(Priority.NORMAL, Priority.URGENT));

        assertThat(clock(Metric.RESOLUTION, "2026-03-09T10:45").dueAt()).isEqualTo(at("2026-03-09T11:00"));

        happens("2026-03-09T10:50", new TicketFact.PriorityChanged(Priority.URGENT, Priority.LOW));
        assertThat(clock(Metric.RESOLUTION, "2026-03-09T12:00").dueAt()).isEqualTo(at("2026-03-09T14:00"));
    }

    @Test
    void aStricterTargetMakesItLateFromTheMomentItTakesHoldAndABreachStays() {
        opened("2026-03-09T10:00", GOLD);
        happens("2026-03-09T12:00", new TicketFact.PriorityChanged(Priority.NORMAL, Priority.URGENT));
        happens("2026-03-09T12:01", new TicketFact.PriorityChanged(Priority.URGENT, Priority.LOW));

        var clock = clock(Metric.RESOLUTION, "2026-03-09T12:30");

        assertThat(clock.status()).isEqualTo(ClockStatus.BREACHED);
        assertThat(clock.dueAt()).isEqualTo(at("2026-03-09T11:00"));
        assertThat(clock.breachedAt()).isEqualTo(at("2026-03-09T12:00"));
        assertThat(clock.target().priority()).isEqualTo(Priority.URGENT);
    }

    @Test
    void aStateThatLastsForNoTimePromisesNothing() {
        opened("2026-03-09T10:00", GOLD);
        happens("2026-03-09T12:00", new TicketFact.PriorityChanged(Priority.NORMAL, Priority.URGENT));
        applies("2026-03-09T12:00", SILVER);

        assertThat(clock(Metric.RESOLUTION, "2026-03-09T13:00").status()).isEqualTo(ClockStatus.RUNNING);
        assertThat(clock(Metric.RESOLUTION, "2026-03-09T13:00").dueAt()).isEqualTo(at("2026-03-09T18:00"));
    }

    @Test
    void businessTimeSkipsTheWeekend() {
        opened("2026-03-06T16:00", OFFICE_GOLD);

        var clock = clock(Metric.FIRST_RESPONSE, "2026-03-07T12:00");

        assertThat(clock.dueAt()).isEqualTo(at("2026-03-09T12:00"));
        assertThat(clock.used().toMinutes()).isEqualTo(60);
    }

    @Test
    void aPauseIsABreakInTheCalendar() {
        opened("2026-03-06T16:00", OFFICE_GOLD);
        becomes("2026-03-09T10:00", OPEN, PENDING);
        becomes("2026-03-09T12:00", PENDING, OPEN);

        var clock = clock(Metric.RESOLUTION, "2026-03-09T12:30");

        assertThat(clock.dueAt()).isEqualTo(at("2026-03-09T14:00"));
        assertThat(clock.breaks())
                .singleElement()
                .satisfies(pause -> assertThat(pause.spared().toHours()).isEqualTo(2));
    }

    @Test
    void turnedClocksInSpringAndAutumnChangeNoBusinessHour() {
        opened("2026-03-27T16:00", OFFICE_GOLD);
        assertThat(clock(Metric.RESOLUTION, "2026-03-28T12:00").dueAt()).isEqualTo(at("2026-03-30T12:00"));
        ledger.clear();
        opened("2026-10-23T16:00", OFFICE_GOLD);
        assertThat(clock(Metric.RESOLUTION, "2026-10-24T12:00").dueAt()).isEqualTo(at("2026-10-26T12:00"));
    }

    @Test
    void aTicketClosedByDecisionIsResolvedAtThatMomentAndNobodyWaitsAnyMore() {
        opened("2026-03-09T10:00", GOLD);
        happens("2026-03-09T15:00", new TicketFact.ForceClosed("Spam"));
        becomes("2026-03-09T15:00", OPEN, CLOSED);

        assertThat(clock(Metric.RESOLUTION, "2026-03-10T10:00").status()).isEqualTo(ClockStatus.BREACHED);
        assertThat(clock(Metric.RESOLUTION, "2026-03-10T10:00").fulfilledAt()).isEqualTo(at("2026-03-09T15:00"));
        assertThat(clock(Metric.FIRST_RESPONSE, "2026-03-10T10:00").fulfilledAt())
                .isNull();
    }

    @Test
    void withoutAPolicyNothingIsPromisedAndOneThatComesLaterCountsFromTheBeginning() {
        opened("2026-03-09T10:00", null);
        assertThat(replay(ledger, at("2026-03-09T12:00"))).isEmpty();

        applies("2026-03-09T12:00", GOLD);

        assertThat(clock(Metric.RESOLUTION, "2026-03-09T12:30").dueAt()).isEqualTo(at("2026-03-09T14:00"));
    }

    @Test
    void aPromiseTakenBackCancelsAndGivenBackGoesOn() {
        opened("2026-03-09T10:00", GOLD);
        applies("2026-03-09T11:00", null);
        var taken = clock(Metric.RESOLUTION, "2026-03-09T12:00");
        applies("2026-03-09T13:00", GOLD);
        var given = clock(Metric.RESOLUTION, "2026-03-09T13:30");

        assertThat(taken.status()).isEqualTo(ClockStatus.CANCELLED);
        assertThat(taken.endedAt()).isEqualTo(at("2026-03-09T11:00"));
        assertThat(given.status()).isEqualTo(ClockStatus.RUNNING);
        assertThat(given.dueAt()).isEqualTo(at("2026-03-09T14:00"));
    }

    @Test
    void anEntryFromASlowerClockCountsAsOfTheSameMoment() {
        opened("2026-03-09T10:00", GOLD);
        happens("2026-03-09T14:05", new TicketFact.TargetMissed("first_response", at("2026-03-09T14:00")));
        happens("2026-03-09T13:55", new TicketFact.Replied());

        var clock = clock(Metric.FIRST_RESPONSE, "2026-03-09T14:10");

        assertThat(clock.status()).isEqualTo(ClockStatus.BREACHED);
        assertThat(clock.fulfilledAt()).isEqualTo(at("2026-03-09T14:05"));
    }

    private void opened(String moment, @Nullable Terms policy) {
        happens(moment, new TicketFact.Opened(OPEN, Priority.NORMAL, Channel.EMAIL, 7L, null, null, null, null));
        if (policy != null) {
            applies(moment, policy);
        }
    }

    private void applies(String moment, @Nullable Terms policy) {
        happens(
                moment,
                policy == null
                        ? new TicketFact.PolicyApplied(null, null, null)
                        : new TicketFact.PolicyApplied(policy.policy(), policy.name(), policy.version()));
    }

    private void becomes(String moment, TicketStatus from, TicketStatus to) {
        happens(moment, new TicketFact.StatusChanged(from, to));
    }

    private void happens(String moment, TicketFact fact) {
        ledger.add(new LedgerEntry(at(moment), fact));
    }

    private ClockState clock(Metric metric, String until) {
        return clocks(metric, until).getLast();
    }

    private List<ClockState> clocks(Metric metric, String until) {
        return replay(ledger, at(until)).stream()
                .filter(clock -> clock.metric() == metric)
                .toList();
    }

    private static List<ClockState> replay(List<LedgerEntry> ledger, Instant until) {
        var book = Map.of(1L, GOLD, 2L, OFFICE_GOLD, 3L, RESTLESS, 4L, SILVER);
        return ServiceLevel.replay(ledger, (policy, version) -> Objects.requireNonNull(book.get(policy)), until);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static Terms terms(
            long policy, Counting time, long seconds, long urgentSeconds, Set<TicketStatus> pauseIn) {
        var targets = Arrays.stream(Metric.values())
                .flatMap(metric -> Arrays.stream(Priority.values())
                        .map(priority -> new Target(
                                metric, priority, priority == Priority.URGENT ? urgentSeconds : seconds, time)))
                .toList();
        return new Terms(policy, 1, "Policy " + policy, targets, pauseIn, new Terms.Hours(1, 1, "Berlin", OFFICE));
    }
}
