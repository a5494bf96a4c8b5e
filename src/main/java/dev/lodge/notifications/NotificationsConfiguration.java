package dev.lodge.notifications;

import dev.lodge.email.MailKind;
import dev.lodge.email.Placeholder;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of mail that are sent from here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeSettings.class)
class NotificationsConfiguration {

    private static final Placeholder NUMBER = Placeholder.text("number", "4812");
    private static final Placeholder SUBJECT = Placeholder.text("subject", "Boots leak at the seam");
    private static final Placeholder WHAT = Placeholder.text("what", "Mia Lindqvist assigned this to you");
    private static final Placeholder TICKET = Placeholder.link("ticket_url", "https://acme.example/tickets/4812");
    private static final Placeholder SETTINGS =
            Placeholder.link("settings_url", "https://acme.example/profile/notifications");

    private static final Placeholder REQUEST = Placeholder.link("request_url", "https://acme.example/requests/4812");

    private static final Placeholder UNTIL = Placeholder.text("until", "Tue 10 March 2026, 16:00 CET");

    @Bean
    MailKind invitation() {
        return new MailKind(
                AccountMail.INVITATION,
                "notifications.mail.invitation",
                List.of(
                        Placeholder.link("link", "https://acme.example/invitation/…"),
                        Placeholder.text("inviter", "Mia Lindqvist"),
                        UNTIL),
                false,
                true);
    }

    @Bean
    MailKind passwordReset() {
        return new MailKind(
                AccountMail.PASSWORD_RESET,
                "notifications.mail.password_reset",
                List.of(Placeholder.link("link", "https://acme.example/password/…"), UNTIL),
                false,
                true);
    }

    @Bean
    MailKind ticketReceived() {
        return new MailKind(
                CustomerMail.RECEIVED, "notifications.mail.ticket_received", List.of(NUMBER, REQUEST), true);
    }

    @Bean
    MailKind ticketAnswered() {
        return new MailKind(
                CustomerMail.ANSWERED,
                "notifications.mail.ticket_answered",
                List.of(
                        NUMBER,
                        SUBJECT,
                        Placeholder.text("agent", "Priya Raman"),
                        Placeholder.text("message", "A new pair is on its way to you."),
                        REQUEST),
                true);
    }

    @Bean
    MailKind ticketSolved() {
        return new MailKind(
                CustomerMail.SOLVED, "notifications.mail.ticket_solved", List.of(NUMBER, SUBJECT, REQUEST), true);
    }

    @Bean
    MailKind agentNotice() {
        return new MailKind(
                AgentMail.ONE,
                "notifications.mail.agent_notice",
                List.of(NUMBER, SUBJECT, WHAT, TICKET, SETTINGS),
                false);
    }

    /** To addresses that an escalation names and that are no agent's. */
    @Bean
    MailKind escalationNotice() {
        return new MailKind(
                AgentMail.OUTSIDE,
                "notifications.mail.escalation_notice",
                List.of(
                        NUMBER,
                        SUBJECT,
                        Placeholder.text("what", "Resolution is due Tue 10 March 2026, 16:00"),
                        TICKET),
                false);
    }

    @Bean
    MailKind agentDigest() {
        return new MailKind(
                AgentMail.SEVERAL,
                "notifications.mail.agent_digest",
                List.of(
                        Placeholder.text("count", "3"),
                        Placeholder.text("list", "• 4812 Boots leak at the seam: Mia Lindqvist assigned this to you"),
                        Placeholder.link("notifications_url", "https://acme.example/notifications"),
                        SETTINGS),
                false);
    }
}
