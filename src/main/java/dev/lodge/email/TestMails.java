package dev.lodge.email;

import dev.lodge.accounts.Colleagues;
import dev.lodge.email.DeliveryOutcome.Deferred;
import dev.lodge.email.DeliveryOutcome.Kept;
import dev.lodge.email.DeliveryOutcome.Rejected;
import dev.lodge.problem.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail by which an admin finds out whether mail can be sent: it is tried once, while the admin waits. */
@Component
class TestMails {

    private static final String KIND = "test";

    private final Outbox outbox;
    private final OutgoingMails mails;
    private final Delivery delivery;
    private final Colleagues colleagues;
    private final TransactionTemplate transaction;

    TestMails(
            Outbox outbox,
            OutgoingMails mails,
            Delivery delivery,
            Colleagues colleagues,
            TransactionTemplate transaction) {
        this.outbox = outbox;
        this.mails = mails;
        this.delivery = delivery;
        this.colleagues = colleagues;
        this.transaction = transaction;
    }

    /** Declares what is sent here. */
    @Configuration(proxyBeanMethods = false)
    static class Kind {

        @Bean
        MailKind testMail() {
            return new MailKind(KIND, "email.kind.test", List.of(Placeholder.text("asked_by", "Mia Lindqvist")), false);
        }
    }

    TriedMail sendTo(long agentId) {
        var admin = colleagues.among(Set.of(agentId), Set.of(), Set.of()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        var to = new Addressee(admin.email(), admin.name(), admin.language());
        var mail = Mail.automatic(KIND, to, Map.of("asked_by", admin.name()));
        // Claimed in the transaction that stores it: nobody else finds it in between.
        Optional<OutgoingMail> mine = Objects.requireNonNull(
                transaction.execute(status -> outbox.put(mail).flatMap(mails::claim)));
        DeliveryOutcome outcome = mine.map(this::attempt).orElseGet(Kept::new);
        return new TriedMail(admin.email().value(), outcome);
    }

    private DeliveryOutcome attempt(OutgoingMail mail) {
        try (var round = delivery.begin()) {
            DeliveryOutcome outcome = round.deliver(mail);
            mails.record(mail, outcome instanceof Deferred deferred ? new Rejected(deferred.why()) : outcome);
            return outcome;
        }
    }
}
