package dev.lodge.email;

import static dev.lodge.schema.tenant.Tables.OUTGOING_MAIL;

import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What became of the mails of the tenant in force, the newest first. */
@Component
class MailLog {

    static final List<String> STATUSES = List.of("queued", "sent", "failed", "kept");

    private final TenantDatabase database;

    MailLog(TenantDatabase database) {
        this.database = database;
    }

    /** @throws Invalid naming {@code status} when it is none */
    Listing<MailRow> page(ListQuery query) {
        Condition which = query.filter("status").map(MailLog::isIn).orElse(DSL.noCondition());
        int count = database.sql().fetchCount(OUTGOING_MAIL, which);
        List<MailRow> rows = database.sql()
                .select(
                        OUTGOING_MAIL.ID,
                        OUTGOING_MAIL.KIND,
                        OUTGOING_MAIL.TO_ADDRESS,
                        OUTGOING_MAIL.TO_NAME,
                        OUTGOING_MAIL.SUBJECT,
                        OUTGOING_MAIL.STATUS,
                        OUTGOING_MAIL.ATTEMPTS,
                        OUTGOING_MAIL.NEXT_ATTEMPT_AT,
                        OUTGOING_MAIL.LAST_ERROR,
                        OUTGOING_MAIL.CREATED_AT,
                        OUTGOING_MAIL.SENT_AT)
                .from(OUTGOING_MAIL)
                .where(which)
                .orderBy(OUTGOING_MAIL.ID.desc())
                .limit(DSL.inline(query.size()))
                .offset(query.offset())
                .fetch(row -> new MailRow(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9(),
                        row.value10(),
                        row.value11()));
        return query.listing(count, rows);
    }

    /** How many are kept because there was no server. */
    long kept() {
        return database.sql().fetchCount(OUTGOING_MAIL, isIn("kept"));
    }

    private static Condition isIn(String status) {
        if (!STATUSES.contains(status)) {
            throw new Invalid("status", "email.invalid.status", String.join(", ", STATUSES));
        }
        return OUTGOING_MAIL.STATUS.eq(status);
    }
}
