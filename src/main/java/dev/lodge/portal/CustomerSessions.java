package dev.lodge.portal;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.CUSTOMER_SESSION;
import static dev.lodge.schema.tenant.Tables.ORGANIZATION;

import dev.lodge.accounts.Client;
import dev.lodge.accounts.Secret;
import dev.lodge.accounts.SessionRow;
import dev.lodge.accounts.SessionTable;
import dev.lodge.accounts.SignInSettings;
import dev.lodge.customers.CustomerAnonymized;
import dev.lodge.customers.CustomerCaller;
import dev.lodge.portal.SignedInCustomer.Session;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.time.DateTimeException;
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
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The browsers in which customers are signed in. They last as long as those of agents, and are theirs in no way. */
@Component
public class CustomerSessions {

    private static final SessionTable.Columns COLUMNS = new SessionTable.Columns(
            CUSTOMER_SESSION,
            CUSTOMER_SESSION.ID,
            CUSTOMER_SESSION.CUSTOMER_ID,
            CUSTOMER_SESSION.TOKEN_HASH,
            CUSTOMER_SESSION.USER_AGENT,
            CUSTOMER_SESSION.ADDRESS,
            CUSTOMER_SESSION.CREATED_AT,
            CUSTOMER_SESSION.LAST_SEEN_AT,
            CUSTOMER_SESSION.EXPIRES_AT);

    private final TenantDatabase database;
    private final SessionTable table;
    private final InstantSource clock;

    CustomerSessions(TenantDatabase database, SignInSettings settings, InstantSource clock) {
        this.database = database;
        this.table = new SessionTable(database::sql, COLUMNS, settings);
        this.clock = clock;
    }

    Secret open(long customerId, Client client) {
        Instant now = clock.instant();
        Secret secret = table.open(customerId, client, now);
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
        found.map(SignedInCustomer::session)
                .filter(session -> table.isWorthNoting(session.lastSeen(), now))
                .ifPresent(session -> table.seen(session.id(), session.createdAt(), now));
        return found;
    }

    /** The same without prolonging it, for what a page asks by itself. */
    Optional<SignedInCustomer> peek(Secret secret) {
        return load(secret, clock.instant());
    }

    private Optional<SignedInCustomer> load(Secret secret, Instant now) {
        byte[] hash = secret.hash();
        return database.renderedOnce("customer by session", sql -> bySession(sql, hash, now), hash, now)
                .fetchOptional(CustomerSessions::read);
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

    private static SignedInCustomer read(Record row) {
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

    private static ZoneId zone(@Nullable String own) {
        ZoneId desk = Tenants.current().locales().zone();
        try {
            return own == null ? desk : ZoneId.of(own);
        } catch (DateTimeException unknown) {
            return desk;
        }
    }

    /** The customer's live sessions, the one seen last first. */
    public List<SessionRow> of(SignedInCustomer customer) {
        return table.of(customer.caller().customerId(), customer.session().id(), clock.instant());
    }

    /** Ends one session of the customer. @return whether there was such a one */
    public boolean end(SignedInCustomer customer, long sessionId) {
        return table.end(customer.caller().customerId(), sessionId);
    }

    /** Ends all sessions of the customer but the one in hand. */
    public void endOthers(SignedInCustomer customer) {
        table.endOthers(customer.caller().customerId(), customer.session().id());
    }

    /** Where somebody signed in from is theirs as well. */
    @EventListener
    void forget(CustomerAnonymized forgotten) {
        table.endAll(forgotten.customerId());
    }
}
