package dev.lodge.notifications;

import dev.lodge.accounts.Colleague;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.email.Addressee;
import dev.lodge.email.Mail;
import dev.lodge.email.Outbox;
import dev.lodge.problem.Message;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.Tenants;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Notices by mail. They say what happened and where to look; what was written stays in the desk. */
@Component
class AgentMail {

    static final String ONE = "agent_notice";
    static final String SEVERAL = "agent_digest";
    static final String OUTSIDE = "escalation_notice";

    /** Lines of a digest; more are counted. */
    private static final int LISTED = 50;

    private final Outbox outbox;
    private final SiteAddresses addresses;
    private final MessageSource texts;

    AgentMail(Outbox outbox, SiteAddresses addresses, MessageSource texts) {
        this.outbox = outbox;
        this.addresses = addresses;
        this.texts = texts;
    }

    /** To each agent one mail about all of these, the oldest first; at least one. */
    void send(Map<Colleague, List<NoticeRow>> notices) {
        outbox.send(notices.entrySet().stream()
                .map(news -> about(news.getKey(), news.getValue()))
                .toList());
    }

    private Mail about(Colleague agent, List<NoticeRow> notices) {
        var to = new Addressee(agent.email(), agent.name(), agent.language());
        String desk = addresses.of(Tenants.current());
        if (notices.size() == 1) {
            var notice = notices.getFirst();
            var values = about(notice, to.language(), agent.zone());
            values.put("settings_url", desk + "/profile/notifications");
            return Mail.automatic(ONE, to, values);
        }
        String list = notices.stream()
                .limit(LISTED)
                .map(notice -> text(
                        Message.of(
                                "notifications.mail.item",
                                Long.toString(notice.number()),
                                notice.subject(),
                                line(notice, to.language(), agent.zone())),
                        to.language()))
                .collect(Collectors.joining("\n"));
        if (notices.size() > LISTED) {
            list += "\n" + text(Message.of("notifications.mail.more", notices.size() - LISTED), to.language());
        }
        return Mail.automatic(
                SEVERAL,
                to,
                Map.of(
                        "count",
                        Integer.toString(notices.size()),
                        "list",
                        list,
                        "notifications_url",
                        desk + "/notifications",
                        "settings_url",
                        desk + "/profile/notifications"));
    }

    /** What somebody is told who is not an agent and was named in an escalation. */
    record OutsideNotice(EmailAddress to, NoticeKind kind, TicketAtHand ticket, NoticeData data) {}

    /** Each by a mail of its own, at once. */
    void sendOutside(List<OutsideNotice> notices) {
        outbox.send(notices.stream().map(this::about).toList());
    }

    private Mail about(OutsideNotice news) {
        var to = Addressee.of(news.to(), "");
        var ticket = news.ticket();
        var notice = new NoticeRow(
                0, news.kind(), ticket.number(), ticket.subject(), news.data(), null, "", Instant.EPOCH, null);
        return Mail.automatic(
                OUTSIDE,
                to,
                about(notice, to.language(), Tenants.current().locales().zone()));
    }

    private Map<String, String> about(NoticeRow notice, Locale language, ZoneId zone) {
        var values = new LinkedHashMap<String, String>();
        values.put("what", line(notice, language, zone));
        values.put("number", Long.toString(notice.number()));
        values.put("subject", notice.subject());
        values.put("ticket_url", addresses.of(Tenants.current()) + "/tickets/" + notice.number());
        return values;
    }

    private String line(NoticeRow notice, Locale language, ZoneId zone) {
        var form = DateTimeFormatter.ofPattern(text(Message.of("notifications.mail.moment"), language), language);
        return text(notice.line(at -> form.format(at.atZone(zone))), language);
    }

    private String text(Message message, Locale language) {
        return texts.getMessage(message.key(), message.arguments().toArray(), language);
    }
}
