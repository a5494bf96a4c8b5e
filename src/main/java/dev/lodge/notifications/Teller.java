package dev.lodge.notifications;

import static dev.lodge.schema.tenant.Tables.NOTIFICATION;

import dev.lodge.accounts.Colleague;
import dev.lodge.jobs.Jobs;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says words to people: writes notices, within the transaction of what they are about, by the wishes of each. */
@Component
class Teller {

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

        /** Wakes the work for the earliest mail, and in any case for the end of these notices. */
        void wake(List<Notice> notices) {
            Instant end = NoticeWork.purgedAt(clock.instant(), settings.keep());
            jobs.wake(
                    NoticeWork.NAME,
                    notices.stream()
                            .map(Notice::mailAt)
                            .filter(at -> at != null)
                            .min(Instant::compareTo)
                            .orElse(end));
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

    private record Notice(
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

    /** @param data makes what the notices say from the name of the agent who did it, if one did */
    void tell(List<Word> words, About about, Function<@Nullable String, NoticeData> data) {
        if (words.isEmpty()) {
            return;
        }
        var people = crowd.of(words, about.by());
        var ticket = about.ticket();
        var said = Telling.said(words, people, about.by(), ticket.assignee(), ticket.team());
        var notices = wanted(said, about.at());
        if (!notices.isEmpty()) {
            write(notices, about, data.apply(name(about.by(), people)));
            schedule.wake(notices);
        }
    }

    private static @Nullable String name(@Nullable Long id, List<Colleague> people) {
        return people.stream()
                .filter(person -> id != null && person.id() == id)
                .map(Colleague::name)
                .findFirst()
                .orElse(null);
    }

    private List<Notice> wanted(Map<Long, NoticeKind> said, Instant happened) {
        var wishes = preferences.of(said.keySet());
        var notices = new ArrayList<Notice>();
        said.forEach((agent, kind) -> {
            var channels = wishes.getOrDefault(agent, Wishes.USUAL).about(kind);
            var mailAt = channels.byMail() ? schedule.mailAt(kind, happened) : null;
            if (channels.inApp() || mailAt != null) {
                notices.add(new Notice(agent, kind, channels.inApp(), mailAt));
            }
        });
        return notices;
    }

    private void write(List<Notice> notices, About about, NoticeData data) {
        var insert = database.sql()
                .insertInto(
                        NOTIFICATION,
                        NOTIFICATION.AGENT_ID,
                        NOTIFICATION.KIND,
                        NOTIFICATION.TICKET_ID,
                        NOTIFICATION.MESSAGE_ID,
                        NOTIFICATION.DATA,
                        NOTIFICATION.ONCE,
                        NOTIFICATION.CREATED_AT,
                        NOTIFICATION.MAIL_AT,
                        NOTIFICATION.SHOWN);
        var json = data.json();
        for (var notice : notices) {
            insert = insert.values(
                    notice.agent(),
                    notice.kind().code(),
                    about.ticket().id(),
                    about.message(),
                    json,
                    about.once(),
                    about.at(),
                    notice.mailAt(),
                    notice.shown());
        }
        insert.onConflictDoNothing().execute();
    }
}
