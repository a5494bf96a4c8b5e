package dev.lodge.platform.command;

import dev.lodge.database.Database;
import dev.lodge.database.EmbeddedPostgres;
import dev.lodge.demo.Demo;
import dev.lodge.platform.Operators;
import dev.lodge.platform.TenantRow;
import dev.lodge.platform.TenantRows;
import dev.lodge.tenancy.SiteAddresses;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What {@code serve} prints once it is ready: where to go, and with which login. */
@Component
class Greeting {

    private static final int LISTED = 5;

    private final TenantRows tenants;
    private final Demo demo;
    private final Operators operators;
    private final SiteAddresses addresses;
    private final String storage;

    Greeting(TenantRows tenants, Demo demo, Operators operators, SiteAddresses addresses, Storage storage) {
        this.tenants = tenants;
        this.demo = demo;
        this.operators = operators;
        this.addresses = addresses;
        this.storage = storage.described();
    }

    /** Where the data are. */
    @Component
    record Storage(
            Database database, @Value("${lodge.data-dir}") Path dataDirectory) {

        String described() {
            return database instanceof EmbeddedPostgres
                    ? dataDirectory.toAbsolutePath().normalize().toString()
                    : database.address().jdbcUrl().replaceFirst("\\?.*$", "");
        }
    }

    void print(PrintWriter out, boolean created, double seconds) {
        out.printf("%nLodge is ready (%.1f s).%s%n%n", seconds, created ? " The demo tenants were created." : "");
        long count = tenants.count();
        for (TenantRow tenant : tenants.oldest(LISTED)) {
            line(out, tenant.name(), tenant.address());
        }
        if (count > LISTED) {
            line(out, "", "and %,d more: ./lodge tenant list".formatted(count - LISTED));
        }
        if (count == 0) {
            line(out, "No tenants", "./lodge tenant create --help");
        }
        line(out, "Operator", addresses.platform() + "/operator");
        line(out, "Data", storage);
        printLogins(out);
        out.println();
        out.flush();
    }

    private void printLogins(PrintWriter out) {
        List<Demo.Login> logins = demo.logins();
        boolean operator = operators.signsInWith(FirstStart.OPERATOR, Demo.PASSWORD);
        if (!logins.isEmpty() || operator) {
            out.printf("%nDemo logins, all with the password %s:%n%n", Demo.PASSWORD);
            logins.forEach(login ->
                    line(out, login.tenant(), login.isCustomer() ? login.email() + ", a customer" : login.email()));
            if (operator) {
                line(out, "Operator", FirstStart.OPERATOR);
            }
        }
        if (!operators.exist()) {
            out.printf("%nNobody runs the platform yet: ./lodge operator create --email YOU@EXAMPLE.COM%n");
        }
    }

    private static void line(PrintWriter out, String label, String value) {
        String shown = label.length() <= 24 ? label : label.substring(0, 23) + "…";
        out.printf("  %-12s  %s%n", shown, value);
    }
}
