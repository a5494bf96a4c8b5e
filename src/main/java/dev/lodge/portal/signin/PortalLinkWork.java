package dev.lodge.portal.signin;

import static dev.lodge.schema.tenant.Tables.PORTAL_LINK;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;

import dev.lodge.accounts.Secret;
import dev.lodge.jobs.TenantWork;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails the links that were asked for, and removes those that are over, with what waited in them. */
@Component
class PortalLinkWork implements TenantWork {

    static final String NAME = "portal_links";

    private static final int SHARE = 200;

    private final TenantDatabase database;
    private final LinkMail mail;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    PortalLinkWork(TenantDatabase database, LinkMail mail, TransactionTemplate transactions, InstantSource clock) {
        this.database = database;
        this.mail = mail;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> next() {
        return Optional.ofNullable(database.sql()
                .select(min(PORTAL_LINK.DUE_AT))
                .from(PORTAL_LINK)
                .fetchSingle()
                .value1());
    }

    @Override
    public void run() {
        List<Long> due = database.sql()
                .select(PORTAL_LINK.ID)
                .from(PORTAL_LINK)
                .where(PORTAL_LINK.DUE_AT.le(clock.instant()))
                .orderBy(PORTAL_LINK.DUE_AT)
                .limit(inline(SHARE))
                .fetch(PORTAL_LINK.ID);
        for (long id : due) {
            transactions.executeWithoutResult(status -> attendTo(id));
        }
    }

    private void attendTo(long id) {
        var row = database.sql()
                .selectFrom(PORTAL_LINK)
                .where(PORTAL_LINK.ID.eq(id), PORTAL_LINK.DUE_AT.le(clock.instant()))
                .forUpdate()
                .fetchOne();
        if (row == null) {
            return;
        }
        var link = PortalLinks.read(row);
        if (row.getTokenHash() != null || !mail.isDeserved(link)) {
            row.delete();
            return;
        }
        var secret = Secret.random("");
        database.sql()
                .update(PORTAL_LINK)
                .set(PORTAL_LINK.TOKEN_HASH, secret.hash())
                .set(
                        PORTAL_LINK.DUE_AT,
                        clock.instant().plus(link.isRequest() ? PortalLinks.TO_CONFIRM : PortalLinks.TO_SIGN_IN))
                .where(PORTAL_LINK.ID.eq(id))
                .execute();
        mail.send(link, secret);
    }
}
