package dev.lodge.portal;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.CUSTOMER_SESSION;
import static dev.lodge.schema.tenant.Tables.ORGANIZATION;

import dev.lodge.accounts.Browser;
import dev.lodge.accounts.Client;
import dev.lodge.accounts.Secret;
import dev.lodge.accounts.SessionRow;
import dev.lodge.accounts.SignInSettings;
import dev.lodge.customers.CustomerAnonymized;
import dev.lodge.customers.CustomerCaller;
import dev.lodge.portal.SignedInCustomer.Session;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.CurrentSite;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The browsers in which customers are signed in. They last as long as those of agents, and are theirs in no way. */
@Component
public class CustomerSessions {

    /** How exactly it is known when somebody was last seen: writing at each request would cost more than the request. */
    private static final Duration SEEN_TO = Duration.ofMinutes(1);

    private final TenantDatabase database;
    private final SignInSettings settings;
    private final ObjectProvider<CurrentSite> site;
    private final InstantSource clock;

    CustomerSessions(
            TenantDatabase database, SignInSettings settings, ObjectProvider<CurrentSite> site, InstantSource clock) {
        this.database = database;
        this.settings = settings;
        this.site = site;
        this.clock = clock;
    }

    /** A new session, always with a new secret; those of the customer that ended by themselves are swept away. */
    Secret open(long customerId, Client client) {
        Instant now = clock.instant();
        Secret secret = Secret.random("");
        database.sql()
                .deleteFrom(CUSTOMER_SESSION)
                .where(CUSTOMER_SESSION.CUSTOMER_ID.eq(customerId), CUSTOMER_SESSION.EXPIRES_AT.le(now))
                .execute();
        database.sql()
                .insertInto(CUSTOMER_SESSION)
                .set(CUSTOMER_SESSION.CUSTOMER_ID, customerId)
                .set(CUSTOMER_SESSION.TOKEN_HASH, secret.hash())
                .set(CUSTOMER_SESSION.USER_AGENT, client.userAgent())
                .set(CUSTOMER_SESSION.ADDRESS, client.address())
                .set(CUSTOMER_SESSION.CREATED_AT, now)
                .set(CUSTOMER_SESSION.LAST_SEEN_AT, now)
                .set(CUSTOMER_SESSION.EXPIRES_AT, now.plus(settings.sessionIdle()))
                .execute();
        database.sql()
                .update(CUSTOMER)
                .set(CUSTOMER.SIGNED_IN_AT, now)
                .where(CUSTOMER.ID.eq(customerId))
                .execute();
        return secret;
    }

    /** The customer of a session that has not ended; being seen prolongs it. */
    Optional<SignedInCustomer> find(Secret secret) {
        Instant now = clock.instant();
        Optional<SignedInCustomer> found = load(secret, now);
        found.filter(customer -> !customer.session().lastSeen().isAfter(now.minus(SEEN_TO)))
                .ifPresent(customer -> seen(customer.session(), now));
        return found;
    }

    /** The same without prolonging it, for what a page asks by itself. */
    Optional<SignedInCustomer> peek(Secret secret) {
        return load(secret, clock.instant());
    }

    private Optional<SignedInCustomer> load(Secret secret, Instant now) {
        byte[] hash = secret.hash();
        return database.renderedOnce("customer by session", sql -> bySession(sql, hash, now), hash, now)
                .fetchOptional(this::read);
    }

    private static Select<?> bySession(DSLContext sql, byte[] hash, Instant now) {
        return sql.select(
                        CUSTOMER.ID,
                        CUSTOMER.NAME,
                        CUSTOMER.LANGUAGE,
                        CUSTOMER.TIME_ZONE,
                        CUSTOMER.ORGANIZATION_ID,
                        ORGANIZATION.SHARES_REQUESTS,
                        CUSTOMER_SESSION.ID,
                        CUSTOMER_SESSION.CREATED_AT,
                        CUSTOMER_SESSION.LAST_SEEN_AT)
                .from(CUSTOMER_SESSION)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CUSTOMER_SESSION.CUSTOMER_ID))
                .leftJoin(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(CUSTOMER.ORGANIZATION_ID))
                .where(
                        CUSTOMER_SESSION.TOKEN_HASH.eq(hash),
                        CUSTOMER_SESSION.EXPIRES_AT.gt(now),
                        CUSTOMER.ANONYMIZED_AT.isNull());
    }

    private SignedInCustomer read(Record row) {
        boolean shares = Boolean.TRUE.equals(row.get(ORGANIZATION.SHARES_REQUESTS));
        return new SignedInCustomer(
                new CustomerCaller(
                        row.get(CUSTOMER.ID),
                        row.get(CUSTOMER.NAME),
                        shares ? row.get(CUSTOMER.ORGANIZATION_ID) : null),
                new Session(
                        row.get(CUSTOMER_SESSION.ID),
                        row.get(CUSTOMER_SESSION.CREATED_AT),
                        row.get(CUSTOMER_SESSION.LAST_SEEN_AT)),
                language(row.get(CUSTOMER.LANGUAGE)),
                zone(row.get(CUSTOMER.TIME_ZONE)));
    }

    private static @Nullable Locale language(@Nullable String tag) {
        return tag == null ? null : Locale.forLanguageTag(tag);
    }

    private ZoneId zone(@Nullable String name) {
        try {
            return name == null ? site.getObject().site().zone() : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return site.getObject().site().zone();
        }
    }

    private void seen(Session session, Instant now) {
        Instant idleUntil = now.plus(settings.sessionIdle());
        Instant longest = session.createdAt().plus(settings.sessionLongest());
        database.sql()
                .update(CUSTOMER_SESSION)
                .set(CUSTOMER_SESSION.LAST_SEEN_AT, now)
                .set(CUSTOMER_SESSION.EXPIRES_AT, idleUntil.isBefore(longest) ? idleUntil : longest)
                .where(CUSTOMER_SESSION.ID.eq(session.id()))
                .execute();
    }

    /** The customer's live sessions, the one seen last first. */
    public List<SessionRow> of(SignedInCustomer customer) {
        return database.sql()
                .selectFrom(CUSTOMER_SESSION)
                .where(CUSTOMER_SESSION.CUSTOMER_ID.eq(customer.caller().customerId()))
                .and(CUSTOMER_SESSION.EXPIRES_AT.gt(clock.instant()))
                .orderBy(CUSTOMER_SESSION.LAST_SEEN_AT.desc())
                .limit(100)
                .fetch(row -> new SessionRow(
                        row.getId(),
                        Browser.of(row.getUserAgent()),
                        row.getAddress(),
                        row.getCreatedAt(),
                        row.getLastSeenAt(),
                        customer.session().id() == row.getId()));
    }

    /** Ends one session of the customer. @return whether there was such a one */
    public boolean end(SignedInCustomer customer, long sessionId) {
        return database.sql()
                        .deleteFrom(CUSTOMER_SESSION)
                        .where(
                                CUSTOMER_SESSION.ID.eq(sessionId),
                                CUSTOMER_SESSION.CUSTOMER_ID.eq(
                                        customer.caller().customerId()))
                        .execute()
                > 0;
    }

    /** Ends all sessions of the customer but the one in hand. */
    public void endOthers(SignedInCustomer customer) {
        database.sql()
                .deleteFrom(CUSTOMER_SESSION)
                .where(
                        CUSTOMER_SESSION.CUSTOMER_ID.eq(customer.caller().customerId()),
                        CUSTOMER_SESSION.ID.ne(customer.session().id()))
                .execute();
    }

    /** Where somebody signed in from is theirs as well. */
    @EventListener
    void forget(CustomerAnonymized forgotten) {
        database.sql()
                .deleteFrom(CUSTOMER_SESSION)
                .where(CUSTOMER_SESSION.CUSTOMER_ID.eq(forgotten.customerId()))
                .execute();
    }
}
