package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.SignedIn;
import dev.lodge.attachments.AttachmentHolder;
import dev.lodge.attachments.Holder;
import dev.lodge.customers.CustomerCaller;
import dev.lodge.tenancy.TenantDatabase;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files that came with the description of a ticket: for whoever sees it. */
@Component
class DescriptionFiles implements AttachmentHolder {

    static final String SUBJECT = "ticket";

    private final TenantDatabase database;

    DescriptionFiles(TenantDatabase database) {
        this.database = database;
    }

    /** @param ticket its id, not its number */
    static Holder of(long ticket) {
        return new Holder(SUBJECT, ticket);
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public boolean mayRead(@Nullable SignedIn who, long subjectId) {
        return database.sql().fetchExists(TICKET, TICKET.ID.eq(subjectId), visibleTo(who));
    }

    /** On {@code ticket}: agents see what is in their scope, customers their own, and their organisation's if they may. */
    static Condition visibleTo(@Nullable SignedIn who) {
        return switch (who == null ? null : who.getPrincipal()) {
            case Caller caller when caller.may(Permission.TICKET_READ) -> Visible.to(caller);
            case CustomerCaller customer -> {
                var own = TICKET.CUSTOMER_ID.eq(customer.customerId());
                var organization = customer.organizationTickets();
                yield organization == null
                        ? own
                        : own.or(TICKET.CUSTOMER_ID.in(DSL.select(CUSTOMER.ID)
                                .from(CUSTOMER)
                                .where(CUSTOMER.ORGANIZATION_ID.eq(organization))));
            }
            case null, default -> DSL.falseCondition();
        };
    }
}
