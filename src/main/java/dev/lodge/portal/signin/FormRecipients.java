package dev.lodge.portal.signin;

import static dev.lodge.schema.platform.Tables.FORM_RECIPIENT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.tenancy.PlatformDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * How many mails one address gets because forms were filled in with it, over all tenants: whoever wants to bother somebody is not helped
 * by asking at many desks.
 */
@Component
class FormRecipients {

    static final int MOST = 10;
    private static final Duration WITHIN = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(1);

    private final PlatformDatabase platform;
    private final InstantSource clock;

    FormRecipients(PlatformDatabase platform, InstantSource clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** Counts one more. @return whether it may be sent */
    boolean mayHave(EmailAddress address) {
        Instant now = clock.instant();
        var over = FORM_RECIPIENT.SINCE.le(now.minus(WITHIN));
        platform.sql()
                .deleteFrom(FORM_RECIPIENT)
                .where(FORM_RECIPIENT.SINCE.lt(now.minus(KEPT)))
                .execute();
        int mails = platform.sql()
                .insertInto(FORM_RECIPIENT)
                .set(FORM_RECIPIENT.RECIPIENT, digest(address))
                .set(FORM_RECIPIENT.SINCE, now)
                .set(FORM_RECIPIENT.MAILS, 1)
                .onConflict(FORM_RECIPIENT.RECIPIENT)
                .doUpdate()
                .set(FORM_RECIPIENT.MAILS, when(over, inline(1)).otherwise(FORM_RECIPIENT.MAILS.plus(1)))
                .set(FORM_RECIPIENT.SINCE, when(over, now).otherwise(FORM_RECIPIENT.SINCE))
                .returningResult(FORM_RECIPIENT.MAILS)
                .fetchSingle(FORM_RECIPIENT.MAILS);
        return mails <= MOST;
    }

    private static byte[] digest(EmailAddress address) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(address.key().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
