package dev.lodge.email;

import static dev.lodge.schema.tenant.Tables.MAIL_SETTINGS;

import dev.lodge.email.SenderSettings.OwnServer;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tenancy.TenantDatabase;
import org.springframework.stereotype.Component;

/** The one row of settings that each tenant has. */
@Component
class SenderSettingsRows {

    private final TenantDatabase database;

    SenderSettingsRows(TenantDatabase database) {
        this.database = database;
    }

    SenderSettings current() {
        return database.sql().selectFrom(MAIL_SETTINGS).fetchSingle(row -> {
            String host = row.getSmtpHost();
            return new SenderSettings(
                    row.getSenderAddress(),
                    row.getSenderName(),
                    host == null
                            ? null
                            : new OwnServer(
                                    host,
                                    row.getSmtpPort(),
                                    Security.of(row.getSmtpSecurity()),
                                    row.getSmtpUser(),
                                    row.getSmtpPassword()),
                    row.getVersion());
        });
    }

    /** Replaces the settings, made on their version. @throws StaleVersion when somebody changed them meanwhile */
    void replace(SenderSettings wanted) {
        OwnServer server = wanted.server();
        int changed = database.sql()
                .update(MAIL_SETTINGS)
                .set(MAIL_SETTINGS.SENDER_ADDRESS, wanted.address())
                .set(MAIL_SETTINGS.SENDER_NAME, wanted.name())
                .set(MAIL_SETTINGS.SMTP_HOST, server == null ? null : server.host())
                .set(MAIL_SETTINGS.SMTP_PORT, server == null ? null : server.port())
                .set(
                        MAIL_SETTINGS.SMTP_SECURITY,
                        server == null ? null : server.security().code())
                .set(MAIL_SETTINGS.SMTP_USER, server == null ? null : server.user())
                .set(MAIL_SETTINGS.SMTP_PASSWORD, server == null ? null : server.sealedPassword())
                .set(MAIL_SETTINGS.VERSION, MAIL_SETTINGS.VERSION.plus(1))
                .where(MAIL_SETTINGS.VERSION.eq(wanted.version()))
                .execute();
        StaleVersion.unless(changed > 0);
    }
}
