package dev.lodge.notifications;

import java.util.List;

/** What an agent is told, and how. */
public record PreferencePage(Wishes wishes) {

    /** One line of the table. */
    public record Line(String kind, boolean inApp, boolean byMail) {}

    /** In the order in which people look for them. */
    public List<Line> lines() {
        return List.of(
                        NoticeKind.ASSIGNED,
                        NoticeKind.MENTIONED,
                        NoticeKind.CUSTOMER_REPLIED,
                        NoticeKind.NEW_IN_TEAM,
                        NoticeKind.SLA_WARNING,
                        NoticeKind.SLA_BREACHED)
                .stream()
                .map(kind -> new Line(
                        kind.code(),
                        wishes.about(kind).inApp(),
                        wishes.about(kind).byMail()))
                .toList();
    }
}
