package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.ACCOUNT_LINK;
import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.PASSWORD_REQUEST;

import dev.lodge.jobs.Jobs;
import dev.lodge.jobs.TenantWork;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends links to those who forgot their password. Who asks is answered before anybody has looked whether the address is known, so that
 * neither the answer nor its time tells; then this work looks, and does for a stranger nothing.
 */
@Component
class PasswordRequests implements TenantWork {

    private static final String NAME = "password_requests";
    private static final int SHARE = 100;

    /** Whoever asks again so soon has a mail on its way, and it keeps its worth. */
    private static final Duration ENOUGH = Duration.ofMinutes(5);

    private final TenantDatabase database;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final Remedy remedy;
    private final InstantSource clock;

    /** What is done for somebody who is known. */
    @Component
    record Remedy(Agents agents, AccountNews news, AccountEvents events) {

        void give(long agentId, boolean invited) {
            events.append("password_forgotten", null, agentId, Map.of());
            if (invited) {
                news.invited(agents.inviteAgain(agentId, null), null);
            } else {
                news.forgot(agents.resetLink(agentId, null));
            }
        }
    }

    PasswordRequests(
            TenantDatabase database, Jobs jobs, TransactionTemplate transactions, Remedy remedy, InstantSource clock) {
        this.database = database;
        this.jobs = jobs;
        this.transactions = transactions;
        this.remedy = remedy;
        this.clock = clock;
    }

    /** Notes that a link is wanted at the address, whosever it is. */
    void add(EmailAddress address) {
        Instant now = clock.instant();
        transactions.executeWithoutResult(status -> {
            database.sql()
                    .insertInto(PASSWORD_REQUEST)
                    .set(PASSWORD_REQUEST.ADDRESS_HASH, Secret.hash(address.key()))
                    .set(PASSWORD_REQUEST.ASKED_AT, now)
                    .onConflictDoNothing()
                    .execute();
            jobs.wake(NAME, now);
        });
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> next() {
        return database.sql()
                .select(DSL.min(PASSWORD_REQUEST.ASKED_AT))
                .from(PASSWORD_REQUEST)
                .fetchOptional(0, Instant.class);
    }

    @Override
    public void run() {
        int done = 0;
        while (done < SHARE && Boolean.TRUE.equals(transactions.execute(status -> answerOne()))) {
            done++;
        }
    }

    private boolean answerOne() {
        var oldest = DSL.select(PASSWORD_REQUEST.ADDRESS_HASH)
                .from(PASSWORD_REQUEST)
                .orderBy(PASSWORD_REQUEST.ASKED_AT)
                .limit(DSL.inline(1))
                .forUpdate()
                .skipLocked();
        Optional<byte[]> address = database.sql()
                .deleteFrom(PASSWORD_REQUEST)
                .where(PASSWORD_REQUEST.ADDRESS_HASH.eq(oldest))
                .returningResult(PASSWORD_REQUEST.ADDRESS_HASH)
                .fetchOptional(PASSWORD_REQUEST.ADDRESS_HASH);
        address.ifPresent(this::answer);
        return address.isPresent();
    }

    private void answer(byte[] address) {
        var known = DSL.field("sha256(convert_to({0}, 'UTF8'))", byte[].class, AGENT.EMAIL_KEY);
        var recent = DSL.selectOne()
                .from(ACCOUNT_LINK)
                .where(
                        ACCOUNT_LINK.AGENT_ID.eq(AGENT.ID),
                        ACCOUNT_LINK.CREATED_BY.isNull(),
                        ACCOUNT_LINK.USED_AT.isNull(),
                        ACCOUNT_LINK.CREATED_AT.gt(clock.instant().minus(ENOUGH)));
        database.sql()
                .select(AGENT.ID, AGENT.PASSWORD_HASH.isNull())
                .from(AGENT)
                .where(known.eq(address), AGENT.ACTIVE.isTrue(), DSL.notExists(recent))
                .forUpdate()
                .fetchOptional()
                .ifPresent(agent -> remedy.give(agent.value1(), agent.value2()));
    }
}
