package dev.lodge.portal.settings;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.customers.CustomerDetails;
import dev.lodge.customers.CustomerPanel;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.Piece;
import gg.jte.Content;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Beside a customer: when they last signed in, and a link for them to do so. */
@Component
public class PortalOnCustomer implements CustomerPanel {

    private final TenantDatabase database;

    PortalOnCustomer(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public Content of(Caller caller, CustomerDetails customer) {
        Instant signedInAt = database.sql()
                .select(CUSTOMER.SIGNED_IN_AT)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(customer.id()))
                .fetchOne(CUSTOMER.SIGNED_IN_AT);
        boolean mayInvite = caller.may(Permission.CUSTOMER_WRITE) && customer.email() != null;
        return new Piece("portal/on-customer", new PanelModel(customer.id(), signedInAt, mayInvite));
    }

    /** @param signedInAt when they last did, or null */
    public record PanelModel(long customer, @Nullable Instant signedInAt, boolean mayInvite) {}
}
