package dev.lodge.notifications;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.MESSAGE;
import static dev.lodge.schema.tenant.Tables.NOTIFICATION;
import static dev.lodge.schema.tenant.Tables.TICKET;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import dev.lodge.accounts.Colleague;
import dev.lodge.accounts.Colleagues;
import dev.lodge.jobs.TenantWork;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tickets.Visible;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails what waited long enough, all of an agent's in one mail, and forgets what is old. */
@Component
class NoticeWork implements TenantWork {

    static final String NAME = "notices";

    /** Agents who are mailed, and notices that are forgotten, in one run. */
    private static final int AGENTS = 200;

    private static final int FORGOTTEN = 500;

    private final TenantDatabase database;
    private final Colleagues colleagues;
    private final AgentMail mail;
    private final TransactionTemplate transactions;
    private final Calendar calendar;

    @Component
    record Calendar(InstantSource clock, NoticeSettings settings) {}

    NoticeWork(
            TenantDatabase database,
            Colleagues colleagues,
            AgentMail mail,
            TransactionTemplate transactions,
            Calendar calendar) {
        this.database = database;
        this.colleagues = colleagues;
        this.mail = mail;
        this.transactions = transactions;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> next() {
        Instant mailAt = database.sql()
                .select(min(NOTIFICATION.MAIL_AT))
                .from(NOTIFICATION)
                .where(NOTIFICATION.MAIL_AT.isNotNull())
                .fetchSingle()
                .value1();
        Instant oldest = database.sql()
                .select(NOTIFICATION.CREATED_AT)
                .from(NOTIFICATION)
                .orderBy(NOTIFICATION.ID)
                .limit(inline(1))
                .fetchOne(NOTIFICATION.CREATED_AT);
        return Stream.of(
                        Optional.ofNullable(mailAt),
                        Optional.ofNullable(oldest)
                                .map(at -> purgedAt(at, calendar.settings().keep())))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** When a notice of this moment is forgotten: all of a day together, so that a desk is woken for it once a day at most. */
    static Instant purgedAt(Instant created, Duration keep) {
        return created.plus(keep).truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    }

    @Override
    public void run() {
        int mailed = 0;
        while (mailed < AGENTS && Boolean.TRUE.equals(transactions.execute(status -> mailOne()))) {
            mailed++;
        }
        transactions.executeWithoutResult(status -> forgetSome());
    }

    /**
     * Mails one agent. The mail is written and the notices are marked in one transaction; a node that comes at the same time passes over
     * what is locked, so nothing is mailed twice.
     */
    private boolean mailOne() {
        Instant now = calendar.clock().instant();
        Long agent = database.sql()
                .select(NOTIFICATION.AGENT_ID)
                .from(NOTIFICATION)
                .where(NOTIFICATION.MAIL_AT.le(now))
                .orderBy(NOTIFICATION.MAIL_AT)
                .limit(inline(1))
                .forUpdate()
                .skipLocked()
                .fetchOne(NOTIFICATION.AGENT_ID);
        if (agent == null) {
            return false;
        }
        List<Long> pending = database.sql()
                .select(NOTIFICATION.ID)
                .from(NOTIFICATION)
                .where(NOTIFICATION.AGENT_ID.eq(agent), NOTIFICATION.MAIL_AT.isNotNull())
                .forUpdate()
                .skipLocked()
                .fetch(NOTIFICATION.ID);
        colleagues.among(Set.of(agent), Set.of(), Set.of()).forEach(person -> mail(person, pending));
        database.sql()
                .update(NOTIFICATION)
                .setNull(NOTIFICATION.MAIL_AT)
                .where(NOTIFICATION.ID.in(pending))
                .execute();
        return true;
    }

    private void mail(Colleague agent, List<Long> pending) {
        var notices = database.sql()
                .select(Inbox.COLUMNS)
                .from(NOTIFICATION)
                .join(TICKET)
                .on(TICKET.ID.eq(NOTIFICATION.TICKET_ID))
                .leftJoin(CUSTOMER)
                .on(CUSTOMER.ID.eq(TICKET.CUSTOMER_ID))
                .leftJoin(MESSAGE)
                .on(MESSAGE.ID.eq(NOTIFICATION.MESSAGE_ID))
                .where(NOTIFICATION.ID.in(pending), NOTIFICATION.READ_AT.isNull(), Visible.to(agent.rights()))
                .orderBy(NOTIFICATION.ID)
                .fetch(Inbox::row);
        if (!notices.isEmpty()) {
            mail.send(agent, notices);
        }
    }

    private void forgetSome() {
        Instant before = calendar.clock().instant().minus(calendar.settings().keep());
        database.sql()
                .deleteFrom(NOTIFICATION)
                .where(NOTIFICATION.ID.in(select(NOTIFICATION.ID)
                        .from(NOTIFICATION)
                        .where(NOTIFICATION.CREATED_AT.lt(before))
                        .orderBy(NOTIFICATION.ID)
                        .limit(inline(FORGOTTEN))))
                .execute();
    }
}
