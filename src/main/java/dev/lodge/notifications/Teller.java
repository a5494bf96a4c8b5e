package dev.lodge.notifications;

import static dev.lodge.schema.tenant.Tables.NOTIFICATION;
import static dev.lodge.tenancy.GivenRows.column;

import dev.lodge.accounts.Colleague;
import dev.lodge.jobs.Jobs;
import dev.lodge.tenancy.GivenRows;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says words to people: writes notices, within the transaction of what they are about, by the wishes of each. */
@Component
class Teller {

    private static final GivenRows<Notice> NOTICES = GivenRows.of(
            column(NOTIFICATION.AGENT_ID, Notice::agent),
            column(NOTIFICATION.KIND, notice -> notice.kind().code()),
            column(NOTIFICATION.TICKET_ID, notice -> notice.about().ticket().id()),
            column(NOTIFICATION.MESSAGE_ID, notice -> notice.about().message()),
            column(NOTIFICATION.DATA, Notice::data),
            column(NOTIFICATION.ONCE, notice -> notice.about().once()),
            column(NOTIFICATION.CREATED_AT, notice -> notice.about().at()),
            column(NOTIFICATION.MAIL_AT, Notice::mailAt),
            column(NOTIFICATION.SHOWN, Notice::shown));

    private final TenantDatabase database;
    private final Crowd crowd;
    private final Preferences preferences;
    private final NoticeSchedule schedule;

    /** When mail goes out, and who has to know. */
    @Component
    record NoticeSchedule(Jobs jobs, NoticeSettings settings, InstantSource clock) {

        @Nullable
        Instant mailAt(NoticeKind kind, Instant happened) {
            Instant now = clock.instant();
            if (happened.isBefore(now.minus(settings.mailWithin()))) {
                return null;
            }
            return now.plus(kind.isUrgent() ? settings.bundleUrgent() : settings.bundle());
        }

        /** Wakes the work for the end of notices of now. */
        void wake() {
            jobs.wake(NoticeWork.NAME, NoticeWork.purgedAt(clock.instant(), settings.keep()));
        }

        /** Wakes it for the earliest mail, and in any case for the end of these notices. */
        void wake(List<Notice> notices) {
            notices.stream()
                    .map(Notice::mailAt)
                    .filter(Objects::nonNull)
                    .min(Instant::compareTo)
                    .ifPresentOrElse(at -> jobs.wake(NoticeWork.NAME, at), this::wake);
        }
    }

    /**
     * What the words are about.
     *
     * @param by the agent who did it, or null
     * @param message what was written, or null
     * @param once makes what may be said again said once to each; or null
     */
    record About(
            TicketAtHand ticket,
            @Nullable Long by,
            Instant at,
            @Nullable Long message,
            @Nullable String once) {}

    /**
     * Words about one thing.
     *
     * @param data makes what the notices say from the name of the agent who did it, if one did
     */
    record Saying(List<Word> words, About about, Function<@Nullable String, NoticeData> data) {}

    /** @param to the kinds of notices by the ids of agents */
    private record Said(Saying saying, Map<Long, NoticeKind> to) {}

    private record Notice(
            About about,
            JSONB data,
            long agent,
            NoticeKind kind,
            boolean shown,
            @Nullable Instant mailAt) {}

    Teller(TenantDatabase database, Crowd crowd, Preferences preferences, NoticeSchedule schedule) {
        this.database = database;
        this.crowd = crowd;
        this.preferences = preferences;
        this.schedule = schedule;
    }

    /** Something will be told in the transaction under way. */
    void expect() {
        schedule.wake();
    }

    /** However much there is to say: who is meant, and what they wish, is asked once. */
    void tell(List<Saying> sayings) {
        if (sayings.stream().allMatch(saying -> saying.words().isEmpty())) {
            return;
        }
        var people = crowd.of(
                sayings.stream().flatMap(saying -> saying.words().stream()).toList(),
                sayings.stream()
                        .map(saying -> saying.about().by())
                        .filter(Objects::nonNull)
                        .toList());
        var said = sayings.stream().map(saying -> said(saying, people)).toList();
        var wishes = preferences.of(
                said.stream().flatMap(one -> one.to().keySet().stream()).collect(Collectors.toSet()));
        var notices = said.stream().flatMap(one -> wanted(one, people, wishes)).toList();
        if (!notices.isEmpty()) {
            database.changeRenderedOnce(
                            "notices told",
                            sql -> NOTICES.insertInto(sql, NOTIFICATION)
                                    .onConflict(NOTIFICATION.TICKET_ID, NOTIFICATION.AGENT_ID, NOTIFICATION.ONCE)
                                    .doNothing(),
                            NOTICES.values(notices))
                    .execute();
            schedule.wake(notices);
        }
    }

    private static Said said(Saying saying, List<Colleague> people) {
        var about = saying.about();
        var ticket = about.ticket();
        return new Said(saying, Telling.said(saying.words(), people, about.by(), ticket.assignee(), ticket.team()));
    }

    private Stream<Notice> wanted(Said said, List<Colleague> people, Map<Long, Wishes> wishes) {
        var about = said.saying().about();
        var data = said.saying().data().apply(name(about.by(), people)).json();
        return said.to().entrySet().stream()
                .map(one -> {
                    var channels =
                            wishes.getOrDefault(one.getKey(), Wishes.USUAL).about(one.getValue());
                    var mailAt = channels.byMail() ? schedule.mailAt(one.getValue(), about.at()) : null;
                    return new Notice(about, data, one.getKey(), one.getValue(), channels.inApp(), mailAt);
                })
                .filter(notice -> notice.shown() || notice.mailAt() != null);
    }

    private static @Nullable String name(@Nullable Long id, List<Colleague> people) {
        return people.stream()
                .filter(person -> id != null && person.id() == id)
                .map(Colleague::name)
                .findFirst()
                .orElse(null);
    }
}
