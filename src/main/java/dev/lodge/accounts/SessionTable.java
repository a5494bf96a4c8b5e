package dev.lodge.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/**
 * The browsers in which people of one kind are signed in. Sessions of agents, customers and operators last by the same rule, each in a
 * table of their own: whenever it is used one is prolonged, until it has lasted as long as any may.
 */
public final class SessionTable {

    /** How exactly it is known when somebody was last seen: writing at each request would cost more than the request. */
    private static final Duration SEEN_TO = Duration.ofMinutes(1);

    private static final int LISTED = 100;

    private final Supplier<DSLContext> database;
    private final Columns columns;
    private final SignInSettings settings;

    /** The table, a row for each session. */
    public record Columns(
            Table<?> table,
            Field<Long> id,
            Field<Long> owner,
            Field<byte[]> tokenHash,
            Field<String> userAgent,
            Field<String> address,
            Field<Instant> createdAt,
            Field<Instant> lastSeenAt,
            Field<Instant> expiresAt) {}

    public SessionTable(Supplier<DSLContext> database, Columns columns, SignInSettings settings) {
        this.database = database;
        this.columns = columns;
        this.settings = settings;
    }

    /** A new session, always with a new secret; those of the owner that ended by themselves are swept away. */
    public Secret open(long owner, Client client, Instant now) {
        Secret secret = Secret.random("");
        database.get()
                .deleteFrom(columns.table)
                .where(columns.owner.eq(owner), columns.expiresAt.le(now))
                .execute();
        database.get()
                .insertInto(columns.table)
                .set(columns.owner, owner)
                .set(columns.tokenHash, secret.hash())
                .set(columns.userAgent, client.userAgent())
                .set(columns.address, client.address())
                .set(columns.createdAt, now)
                .set(columns.lastSeenAt, now)
                .set(columns.expiresAt, end(now, now))
                .execute();
        return secret;
    }

    /** Whether to write down that somebody is seen now. @param lastSeen when that was last written down */
    public boolean isWorthNoting(Instant lastSeen, Instant now) {
        return !lastSeen.isAfter(now.minus(SEEN_TO));
    }

    /** Writes down that the session is in use, which prolongs it. */
    public void seen(long id, Instant createdAt, Instant now) {
        database.get()
                .update(columns.table)
                .set(columns.lastSeenAt, now)
                .set(columns.expiresAt, end(createdAt, now))
                .where(columns.id.eq(id))
                .execute();
    }

    private Instant end(Instant createdAt, Instant usedAt) {
        Instant idle = usedAt.plus(settings.sessionIdle());
        Instant longest = createdAt.plus(settings.sessionLongest());
        return idle.isBefore(longest) ? idle : longest;
    }

    /** Those of the owner that have not ended, the one seen last first. @param inHand id of the one that asks, or 0 */
    public List<SessionRow> of(long owner, long inHand, Instant now) {
        return database.get()
                .select(columns.id, columns.userAgent, columns.address, columns.createdAt, columns.lastSeenAt)
                .from(columns.table)
                .where(columns.owner.eq(owner), columns.expiresAt.gt(now))
                .orderBy(columns.lastSeenAt.desc())
                .limit(LISTED)
                .fetch(row -> new SessionRow(
                        row.value1(),
                        Browser.of(row.value2()),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value1() == inHand));
    }

    /** Ends one of the owner's. @return whether there was such a one */
    public boolean end(long owner, long id) {
        return database.get()
                        .deleteFrom(columns.table)
                        .where(columns.id.eq(id), columns.owner.eq(owner))
                        .execute()
                > 0;
    }

    /** Ends the one with this secret. */
    public void end(Secret secret) {
        database.get()
                .deleteFrom(columns.table)
                .where(columns.tokenHash.eq(secret.hash()))
                .execute();
    }

    /** Ends all of the owner's but one. @param kept id of that one, or 0 */
    public void endOthers(long owner, long kept) {
        database.get()
                .deleteFrom(columns.table)
                .where(columns.owner.eq(owner), columns.id.ne(kept))
                .execute();
    }

    /** Ends all of the owner's. */
    public void endAll(long owner) {
        database.get().deleteFrom(columns.table).where(columns.owner.eq(owner)).execute();
    }
}
