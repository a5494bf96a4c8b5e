package dev.lodge.notifications;

import dev.lodge.accounts.Colleague;
import dev.lodge.accounts.Colleagues;
import dev.lodge.accounts.LinkMade;
import dev.lodge.email.Addressee;
import dev.lodge.email.Mail;
import dev.lodge.email.Outbox;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.Tenants;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends agents the links by which they choose a password. */
@Component
class AccountMail {

    static final String INVITATION = "invitation";
    static final String PASSWORD_RESET = "password_reset";

    private final Colleagues colleagues;
    private final Outbox outbox;
    private final SiteAddresses addresses;
    private final MessageSource texts;

    AccountMail(Colleagues colleagues, Outbox outbox, SiteAddresses addresses, MessageSource texts) {
        this.colleagues = colleagues;
        this.outbox = outbox;
        this.addresses = addresses;
        this.texts = texts;
    }

    @EventListener
    void on(LinkMade link) {
        find(link.agentId()).ifPresent(agent -> send(link, agent));
    }

    private void send(LinkMade link, Colleague agent) {
        String pattern = texts.getMessage("notifications.mail.until", null, agent.language());
        var values = Map.of(
                "link", addresses.of(Tenants.current()) + link.path(),
                "until",
                        DateTimeFormatter.ofPattern(pattern, agent.language())
                                .format(link.expiresAt().atZone(agent.zone())),
                "inviter", inviter(link.by()));
        var to = new Addressee(agent.email(), agent.name(), agent.language());
        outbox.send(Mail.automatic(link.invitation() ? INVITATION : PASSWORD_RESET, to, values));
    }

    private String inviter(@Nullable Long by) {
        return by == null
                ? Tenants.current().name()
                : find(by).map(Colleague::name).orElseGet(Tenants.current()::name);
    }

    private Optional<Colleague> find(long agentId) {
        return colleagues.among(Set.of(agentId), Set.of(), Set.of()).stream().findFirst();
    }
}
