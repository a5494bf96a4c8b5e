package dev.lodge.portal.signin;

import static dev.lodge.schema.tenant.Tables.PORTAL_LINK;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.Secret;
import dev.lodge.jobs.Jobs;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links by which customers come in. Each works once, for a time; using it up and having it are the same row. */
@Component
public class PortalLinks {

    /** How long a link to sign in works. */
    static final Duration TO_SIGN_IN = Duration.ofMinutes(20);

    /** How long a request waits for its address to be confirmed. */
    static final Duration TO_CONFIRM = Duration.ofHours(24);

    private final TenantDatabase database;
    private final Jobs jobs;
    private final InstantSource clock;

    PortalLinks(TenantDatabase database, Jobs jobs, InstantSource clock) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Writes down that a link is wanted. Whether one is mailed is decided later, so that whoever asks learns nothing, nor by the time it takes. */
    @Transactional
    public void ask(PortalLink wanted) {
        Instant now = clock.instant();
        database.sql()
                .insertInto(PORTAL_LINK)
                .set(PORTAL_LINK.EMAIL, wanted.address().value())
                .set(PORTAL_LINK.LANGUAGE, wanted.language())
                .set(PORTAL_LINK.NEXT, wanted.next())
                .set(PORTAL_LINK.NAME, wanted.name())
                .set(
                        PORTAL_LINK.SUBJECT,
                        wanted.request() == null ? null : wanted.request().subject())
                .set(
                        PORTAL_LINK.DESCRIPTION,
                        wanted.request() == null ? null : wanted.request().description())
                .set(PORTAL_LINK.DUE_AT, now)
                .execute();
        jobs.wake(PortalLinkWork.NAME, now);
    }

    /** What the link stands for, without using it up; empty when it does not work. */
    Optional<PortalLink> find(String token) {
        return Secret.of(token)
                .flatMap(secret -> database.sql()
                        .selectFrom(PORTAL_LINK)
                        .where(works(secret))
                        .fetchOptional(PortalLinks::read));
    }

    /** Uses the link up. Of several attempts at once one succeeds. */
    Optional<PortalLink> use(String token) {
        return Secret.of(token)
                .flatMap(secret -> database.sql()
                        .deleteFrom(PORTAL_LINK)
                        .where(works(secret))
                        .returning()
                        .fetchOptional(PortalLinks::read));
    }

    private Condition works(Secret secret) {
        return PORTAL_LINK.TOKEN_HASH.eq(secret.hash()).and(PORTAL_LINK.DUE_AT.gt(clock.instant()));
    }

    static PortalLink read(Record row) {
        String subject = row.get(PORTAL_LINK.SUBJECT);
        return new PortalLink(
                new EmailAddress(row.get(PORTAL_LINK.EMAIL)),
                row.get(PORTAL_LINK.LANGUAGE),
                row.get(PORTAL_LINK.NEXT),
                row.get(PORTAL_LINK.NAME),
                subject == null ? null : new PortalLink.Asked(subject, row.get(PORTAL_LINK.DESCRIPTION)));
    }
}
