package dev.lodge.branding.domains;

import dev.lodge.accounts.Colleague;
import dev.lodge.accounts.Colleagues;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Role;
import dev.lodge.email.Addressee;
import dev.lodge.email.Mail;
import dev.lodge.email.MailKind;
import dev.lodge.email.Outbox;
import dev.lodge.email.Placeholder;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.Tenants;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells those who manage the desk's hosts that the record of one is gone, while there is time to set it again. */
@Component
class MissingRecordMail {

    static final String KIND = "domain_missing";

    private final Colleagues colleagues;
    private final Outbox outbox;
    private final SiteAddresses addresses;
    private final MessageSource texts;
    private final TransactionTemplate transaction;

    MissingRecordMail(
            Colleagues colleagues,
            Outbox outbox,
            SiteAddresses addresses,
            MessageSource texts,
            TransactionTemplate transaction) {
        this.colleagues = colleagues;
        this.outbox = outbox;
        this.addresses = addresses;
        this.texts = texts;
        this.transaction = transaction;
    }

    /** In a transaction of the tenant in force. @param until when the host serves the desk no longer if nothing is done */
    void send(Claim claim, Instant until) {
        var whoManage = Stream.of(Role.values())
                .filter(role -> role.permissions().contains(Permission.DOMAIN_MANAGE))
                .collect(Collectors.toSet());
        transaction.executeWithoutResult(
                status -> outbox.send(colleagues.among(List.of(), List.of(), whoManage).stream()
                        .map(agent -> mail(agent, claim, until))
                        .toList()));
    }

    private Mail mail(Colleague agent, Claim claim, Instant until) {
        String pattern = texts.getMessage("domains.mail.until", null, agent.language());
        var values = Map.of(
                "host", claim.host().value(),
                "record_name", claim.recordName(),
                "record_value", claim.recordValue(),
                "until", DateTimeFormatter.ofPattern(pattern, agent.language()).format(until.atZone(agent.zone())),
                "domains_url", addresses.of(Tenants.current()) + "/settings/domains");
        return Mail.automatic(KIND, new Addressee(agent.email(), agent.name(), agent.language()), values);
    }

    @Configuration(proxyBeanMethods = false)
    static class Kind {

        @Bean
        MailKind domainMissing() {
            return new MailKind(
                    KIND,
                    "domains.mail.domain_missing",
                    List.of(
                            Placeholder.text("host", "help.acme.example"),
                            Placeholder.text("record_name", "_lodge-challenge.help.acme.example"),
                            Placeholder.text("record_value", "lodge-site-verification=5f0c…"),
                            Placeholder.text("until", "Tue 10 March 2026, 16:00 CET"),
                            Placeholder.link("domains_url", "https://acme.example/settings/domains")),
                    false);
        }
    }
}
