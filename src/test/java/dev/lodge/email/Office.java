package dev.lodge.email;

import static dev.lodge.schema.tenant.Tables.MAIL_TEMPLATE;
import static dev.lodge.schema.tenant.Tables.NOTIFICATION;
import static dev.lodge.schema.tenant.Tables.OUTGOING_MAIL;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.email.SenderSettings.OwnServer;
import dev.lodge.schema.tenant.tables.records.OutgoingMailRecord;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** The outboxes of tenants as tests see them. */
@TestComponent
public class Office {

    private final Outbox outbox;
    private final SenderSettingsRows settings;
    private final TenantDatabase database;
    private final TransactionTemplate transaction;

    Office(Outbox outbox, SenderSettingsRows settings, TenantDatabase database, TransactionTemplate transaction) {
        this.outbox = outbox;
        this.settings = settings;
        this.database = database;
        this.transaction = transaction;
    }

    /** Empties the outbox, also of what notifications would put there, forgets the tenant's own words, and lets the tenant send by a server on this machine, or by none. */
    void open(Tenant tenant, @Nullable Integer port) {
        Tenants.run(tenant, () -> {
            database.sql().deleteFrom(OUTGOING_MAIL).execute();
            database.sql().update(NOTIFICATION).setNull(NOTIFICATION.MAIL_AT).execute();
            database.sql().deleteFrom(MAIL_TEMPLATE).execute();
            connect(tenant, port, Security.NONE);
        });
    }

    void connect(Tenant tenant, @Nullable Integer port, Security security) {
        Tenants.run(
                tenant,
                () -> settings.replace(new SenderSettings(
                        "help@%s.example".formatted(tenant.slug()),
                        null,
                        port == null ? null : new OwnServer("127.0.0.1", port, security, null, null),
                        settings.current().version())));
    }

    /** Has the tenant keep these words for mails in English, which nobody checks. */
    void keepWords(Tenant tenant, String kind, String subject) {
        Tenants.run(
                tenant,
                () -> database.sql()
                        .insertInto(MAIL_TEMPLATE)
                        .set(MAIL_TEMPLATE.KIND, kind)
                        .set(MAIL_TEMPLATE.LANGUAGE, "en")
                        .set(MAIL_TEMPLATE.SUBJECT, subject)
                        .set(MAIL_TEMPLATE.BODY, "Hello.")
                        .set(MAIL_TEMPLATE.UPDATED_AT, Instant.EPOCH)
                        .execute());
    }

    /** A mail to this address, about a ticket if one is given. */
    public void send(Tenant tenant, String address, @Nullable Long ticket) {
        var mail = Mail.automatic("test", to(address, "Hannah Weiß"), Map.of("asked_by", "Priya Raman"));
        send(tenant, ticket == null ? mail : mail.about(ticket));
    }

    void send(Tenant tenant, Mail mail) {
        Tenants.run(tenant, () -> transaction.executeWithoutResult(status -> outbox.send(mail)));
    }

    List<OutgoingMailRecord> mails(Tenant tenant) {
        return Tenants.in(
                tenant,
                () -> List.copyOf(database.sql()
                        .selectFrom(OUTGOING_MAIL)
                        .orderBy(OUTGOING_MAIL.ID)
                        .fetch()));
    }

    OutgoingMailRecord only(Tenant tenant) {
        List<OutgoingMailRecord> mails = mails(tenant);
        if (mails.size() != 1) {
            throw new AssertionError("There are %d mails".formatted(mails.size()));
        }
        return mails.getFirst();
    }

    static Addressee to(String address, String name) {
        return Addressee.of(new EmailAddress(address), name);
    }
}
