package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.MESSAGE;
import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.accounts.SignedIn;
import dev.lodge.attachments.AttachmentHolder;
import dev.lodge.attachments.Holder;
import dev.lodge.customers.CustomerCaller;
import dev.lodge.tenancy.TenantDatabase;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files of messages: for whoever sees the ticket, and those of internal notes for no customer. */
@Component
class MessageFiles implements AttachmentHolder {

    static final String SUBJECT = "message";

    private final TenantDatabase database;

    MessageFiles(TenantDatabase database) {
        this.database = database;
    }

    static Holder of(long message) {
        return new Holder(SUBJECT, message);
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public boolean mayRead(@Nullable SignedIn who, long subjectId) {
        boolean customer = who != null && who.getPrincipal() instanceof CustomerCaller;
        return database.sql()
                .fetchExists(DSL.selectOne()
                        .from(MESSAGE)
                        .join(TICKET)
                        .on(TICKET.ID.eq(MESSAGE.TICKET_ID))
                        .where(MESSAGE.ID.eq(subjectId))
                        .and(DescriptionFiles.visibleTo(who))
                        .and(
                                customer
                                        ? MESSAGE.VISIBILITY.eq(DSL.inline(Visibility.PUBLIC.code()))
                                        : DSL.noCondition()));
    }
}
