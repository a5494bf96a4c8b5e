package dev.lodge.notifications;

import dev.lodge.web.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param unreadOnly whether what was read is left out
 * @param first whether there is nothing newer
 * @param older the id to go on from, or null at the end
 * @param unread how many are unread, at most {@value Inbox#COUNTED}
 */
public record NotificationPage(
        List<NoticeRow> notices,
        boolean unreadOnly,
        boolean first,
        @Nullable Long older,
        long unread) {

    /** What came on one day of the reader's calendar. */
    public record Day(Instant at, List<NoticeRow> notices) {}

    /** Only while the page is rendered: where one day ends depends on who looks. */
    public List<Day> days() {
        var days = new ArrayList<Day>();
        var named = new ArrayList<String>();
        for (var notice : notices) {
            String name = Times.day(notice.createdAt());
            if (named.isEmpty() || !named.getLast().equals(name)) {
                named.add(name);
                days.add(new Day(notice.createdAt(), new ArrayList<>()));
            }
            days.getLast().notices().add(notice);
        }
        return days;
    }

    /** The address of what is older. */
    public String olderAddress() {
        return "/notifications?before=" + older + (unreadOnly ? "&unread=true" : "");
    }

    /** The address of the newest. */
    public String newestAddress() {
        return unreadOnly ? "/notifications?unread=true" : "/notifications";
    }
}
