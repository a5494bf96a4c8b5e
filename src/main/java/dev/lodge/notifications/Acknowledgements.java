package dev.lodge.notifications;

import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.email.RecipientCap;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Duration;
import java.time.Instant;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether it is said once more that a request came in: few times an hour to one customer, and to one address from all desks together. */
@Component
class Acknowledgements {

    /** More requests of one customer within an hour are taken in silence. */
    static final int AN_HOUR = 5;

    private final TenantDatabase database;
    private final RecipientCap cap;

    Acknowledgements(TenantDatabase database, RecipientCap cap) {
        this.database = database;
        this.cap = cap;
    }

    /** Asked once for each request, which it counts. */
    boolean areDue(@Nullable Long customer, EmailAddress address, Instant at) {
        var recent = database.sql()
                .selectOne()
                .from(TICKET)
                .where(TICKET.CUSTOMER_ID.eq(customer), TICKET.CREATED_AT.gt(at.minus(Duration.ofHours(1))))
                .limit(DSL.inline(AN_HOUR + 1));
        return database.sql().fetchCount(recent) <= AN_HOUR && cap.admits(address);
    }
}
