package dev.lodge.email;

import dev.lodge.email.DeliveryOutcome.Deferred;
import dev.lodge.jobs.TenantWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends what is due in the outbox of the tenant in force, one mail after the other over one connection. */
@Component
class MailWork implements TenantWork {

    static final String NAME = "mail";

    private static final int MOST = 100;
    private static final Duration SHARE = Duration.ofSeconds(2);

    private final OutgoingMails mails;
    private final Delivery delivery;

    MailWork(OutgoingMails mails, Delivery delivery) {
        this.mails = mails;
        this.delivery = delivery;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> next() {
        return mails.nextDue();
    }

    @Override
    public void run() {
        long begun = System.nanoTime();
        try (var round = delivery.begin()) {
            for (int sent = 0; sent < MOST && System.nanoTime() - begun < SHARE.toNanos(); sent++) {
                Optional<OutgoingMail> mail = mails.claim();
                if (mail.isEmpty()) {
                    return;
                }
                DeliveryOutcome outcome = round.deliver(mail.get());
                mails.record(mail.get(), outcome);
                if (outcome instanceof Deferred deferred && deferred.server()) {
                    return;
                }
            }
        }
    }
}
