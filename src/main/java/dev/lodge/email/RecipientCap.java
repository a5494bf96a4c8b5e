package dev.lodge.email;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.schema.mails.Routines;
import dev.lodge.tenancy.TenantDatabase;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * How much mail that nobody wrote one address gets from all desks together, so that nobody is flooded by somebody who fills in the forms
 * of many with an address that is not theirs. No desk learns of another by it, nor is the address kept.
 */
@Component
public class RecipientCap {

    /** Mails to one address in an hour of the database's clock; in sixty minutes around a full hour it can be twice as many. */
    public static final int AN_HOUR = 10;

    private final TenantDatabase database;

    RecipientCap(TenantDatabase database) {
        this.database = database;
    }

    /** Counts a mail, within the transaction under way, if it may go out. */
    public boolean admits(EmailAddress address) {
        return database.sql()
                .select(Routines.admit(DSL.val(address.key()), DSL.val(AN_HOUR)))
                .fetchSingle()
                .value1();
    }
}
