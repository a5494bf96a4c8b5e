package dev.lodge.platform.doctor;

import dev.lodge.attachments.BlobStore;
import dev.lodge.database.Database;
import dev.lodge.database.DatabaseAddress;
import dev.lodge.database.DatabaseUnavailable;
import dev.lodge.database.EmbeddedPostgres;
import dev.lodge.database.Login;
import dev.lodge.email.MailProbe;
import dev.lodge.platform.doctor.Examination.Patient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Looks at everything Lodge stands on and changes nothing of it, except that Lodge's own PostgreSQL is started to be looked at. */
@Component
public class Doctor {

    private final ObjectProvider<Database> database;
    private final InstantSource clock;
    private final BlobStore blobs;
    private final MailProbe mail;
    private final Path dataDirectory;

    Doctor(
            ObjectProvider<Database> database,
            InstantSource clock,
            MailProbe mail,
            BlobStore blobs,
            @Value("${lodge.data-dir}") Path dataDirectory) {
        this.database = database;
        this.mail = mail;
        this.clock = clock;
        this.blobs = blobs;
        this.dataDirectory = dataDirectory;
    }

    /**
     * All findings, in the order in which one would look.
     *
     * @param readFiles whether to read all that tenants keep in files and compare its checksums
     */
    public List<Finding> examine(boolean readFiles) {
        var findings = new ArrayList<Finding>();
        try {
            Database opened = database.getObject();
            findings.add(Finding.good("Database", place(opened)));
            findings.addAll(examine(opened.address(), readFiles));
            if (opened instanceof EmbeddedPostgres) {
                findings.addAll(new Machine(dataDirectory).look());
            }
        } catch (BeansException | DatabaseUnavailable closed) {
            findings.add(Finding.bad(
                    "Database", sentence(closed) + ".", "Mend this first; nothing else can be looked at without it."));
            findings.addAll(new Machine(dataDirectory).look());
        }
        findings.add(mail());
        return findings;
    }

    private Finding mail() {
        return mail.server()
                .map(server -> mail.complaint()
                        .map(complaint -> Finding.bad(
                                "Mail",
                                complaint,
                                "Check LODGE_SMTP_HOST, _PORT, _SECURITY, _USER and _PASSWORD; until then mail waits."))
                        .orElseGet(() -> Finding.good("Mail", "The mail server %s can be reached.".formatted(server))))
                .orElseGet(() -> Finding.note(
                        "Mail",
                        "There is no mail server: mail is kept, for operators to read at /operator/mailbox.",
                        "Set LODGE_SMTP_HOST and LODGE_MAIL_FROM for mail to be sent."));
    }

    /** What is to be seen of this database. */
    List<Finding> examine(DatabaseAddress address, boolean readFiles) {
        var examinations = List.of(
                new Server(clock), new Privileges(), new Schemas(), new Work(clock), new Contents(blobs, readFiles));
        try (Connection owner = connect(address, address.owner());
                Connection application = connect(address, address.application())) {
            var settings = new Settings().withExecuteLogging(false);
            var patient = new Patient(
                    DSL.using(owner, SQLDialect.POSTGRES, settings),
                    DSL.using(application, SQLDialect.POSTGRES, settings),
                    address.owner().user(),
                    address.application().user());
            return examinations.stream()
                    .flatMap(examination -> examination.look(patient).stream())
                    .toList();
        } catch (SQLException | DataAccessException refused) {
            return List.of(Finding.bad(
                    "Database",
                    "The database does not let Lodge in: %s.".formatted(firstLine(refused)),
                    "Check LODGE_DATABASE_URL and both logins, and that pg_hba.conf admits them."));
        }
    }

    private String place(Database opened) {
        String url = opened.address().jdbcUrl().replaceFirst("\\?.*$", "");
        return opened instanceof EmbeddedPostgres
                ? "Lodge's own PostgreSQL, %s.".formatted(url)
                : "A PostgreSQL that somebody else runs, %s.".formatted(url);
    }

    private static Connection connect(DatabaseAddress address, Login login) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("ApplicationName", "lodge-doctor");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(address.jdbcUrl(), properties);
    }

    /** The deepest cause says it plainest. */
    private static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof DatabaseUnavailable)) {
            cause = cause.getCause();
        }
        return firstLine(cause);
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("\\.$", "");
    }
}
