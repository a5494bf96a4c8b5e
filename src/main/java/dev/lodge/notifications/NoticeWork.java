package dev.lodge.notifications;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.MESSAGE;
import static dev.lodge.schema.tenant.Tables.NOTIFICATION;
import static dev.lodge.schema.tenant.Tables.TICKET;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.castNull;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.Select;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails what waited long enough, all of an agent's in one mail, and forgets what is old. */
@Component
class NoticeWork implements TenantWork {

    static final String NAME = "notices";

    private static final Logger LOG = LoggerFactory.getLogger(NoticeWork.class);

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
        Instant mailAt = database.renderedOnce("earliest mail about notices", NoticeWork::earliestMail)
                .fetchOne(NOTIFICATION.MAIL_AT);
        Instant oldest =
                database.renderedOnce("oldest notice", NoticeWork::oldest).fetchOne(NOTIFICATION.CREATED_AT);
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

    private static Select<?> earliestMail(DSLContext sql) {
        return sql.select(NOTIFICATION.MAIL_AT)
                .from(NOTIFICATION)
                .where(NOTIFICATION.MAIL_AT.isNotNull())
                .orderBy(NOTIFICATION.MAIL_AT)
                .limit(inline(1));
    }

    private static Select<?> oldest(DSLContext sql) {
        return sql.select(NOTIFICATION.CREATED_AT)
                .from(NOTIFICATION)
                .orderBy(NOTIFICATION.ID)
                .limit(inline(1));
    }

    @Override
    public void run() {
        try {
            transactions.executeWithoutResult(status -> mail(AGENTS));
        } catch (RuntimeException together) {
            LOG.warn("Agents cannot be mailed together; one after the other now", together);
            int mailed = 0;
            while (mailed < AGENTS && Boolean.TRUE.equals(transactions.execute(status -> mail(1)))) {
                mailed++;
            }
        }
        transactions.executeWithoutResult(status -> forgetSome());
    }

    /**
     * Mails at most so many agents, those who wait longest. The mails are written and the notices are marked in one transaction; a node
     * that comes at the same time passes over what is locked, so nothing is mailed twice.
     *
     * @return whether there was anybody
     */
    private boolean mail(int agents) {
        Instant now = calendar.clock().instant();
        var pending = database.renderedOnce("notices to be mailed to " + agents, sql -> pending(sql, now, agents), now)
                .fetch();
        if (pending.isEmpty()) {
            return false;
        }
        var notices = pending.intoArray(NOTIFICATION.ID);
        mail(colleagues.among(pending.intoSet(NOTIFICATION.AGENT_ID), Set.of(), Set.of()), notices);
        database.changeRenderedOnce("notices mailed", sql -> mailed(sql, notices), (Object) notices)
                .execute();
        return true;
    }

    private static ResultQuery<?> pending(DSLContext sql, Instant now, int agents) {
        var due = NOTIFICATION.as("due");
        return sql.select(NOTIFICATION.ID, NOTIFICATION.AGENT_ID)
                .from(NOTIFICATION)
                .where(NOTIFICATION.MAIL_AT.isNotNull())
                .and(NOTIFICATION.AGENT_ID.in(select(due.AGENT_ID)
                        .from(due)
                        .where(due.MAIL_AT.le(now))
                        .groupBy(due.AGENT_ID)
                        .orderBy(min(due.MAIL_AT))
                        .limit(inline(agents))))
                .forUpdate()
                .skipLocked();
    }

    private static RowCountQuery mailed(DSLContext sql, Long[] notices) {
        return sql.update(NOTIFICATION)
                .set(NOTIFICATION.MAIL_AT, castNull(NOTIFICATION.MAIL_AT))
                .where(NOTIFICATION.ID.eq(any(notices)));
    }

    /** Each of the agents about those of the notices that they have not read and may see. */
    private void mail(List<Colleague> agents, Long[] notices) {
        var people = agents.stream().collect(Collectors.toMap(Colleague::id, Function.identity()));
        var news = new LinkedHashMap<Colleague, List<NoticeRow>>();
        for (var row : database.renderedOnce("unread notices by id", sql -> unread(sql, notices), (Object) notices)
                .fetch()) {
            var agent = people.get(row.get(NOTIFICATION.AGENT_ID));
            if (agent != null && Visible.to(agent.rights(), row.get(TICKET.ASSIGNEE_ID), row.get(TICKET.TEAM_ID))) {
                news.computeIfAbsent(agent, first -> new ArrayList<>()).add(Inbox.row(row));
            }
        }
        mail.send(news);
    }

    private static Select<?> unread(DSLContext sql, Long[] notices) {
        return sql.select(Inbox.COLUMNS)
                .select(NOTIFICATION.AGENT_ID, TICKET.ASSIGNEE_ID, TICKET.TEAM_ID)
                .from(NOTIFICATION)
                .join(TICKET)
                .on(TICKET.ID.eq(NOTIFICATION.TICKET_ID))
                .leftJoin(CUSTOMER)
                .on(CUSTOMER.ID.eq(TICKET.CUSTOMER_ID))
                .leftJoin(MESSAGE)
                .on(MESSAGE.ID.eq(NOTIFICATION.MESSAGE_ID))
                .where(NOTIFICATION.ID.eq(any(notices)), NOTIFICATION.READ_AT.isNull())
                .orderBy(NOTIFICATION.ID);
    }

    private void forgetSome() {
        Instant before = calendar.clock().instant().minus(calendar.settings().keep());
        database.changeRenderedOnce("first notices forgotten", sql -> forgotten(sql, before), before)
                .execute();
    }

    /**
     * Of the notices that were told first, those from before the moment. They stand in the order of their age, except that an act may be
     * told late, by {@code tellWithin} at most: what happened that much before its neighbours goes when they do. So no index by age is
     * needed, and a desk without old notices has few of its rows looked at.
     */
    static RowCountQuery forgotten(DSLContext sql, Instant before) {
        var first = NOTIFICATION.as("first");
        return sql.deleteFrom(NOTIFICATION)
                .where(NOTIFICATION.CREATED_AT.lt(before))
                .and(NOTIFICATION.ID.in(
                        select(first.ID).from(first).orderBy(first.ID).limit(inline(FORGOTTEN))));
    }
}
