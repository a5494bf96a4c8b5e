package dev.lodge.platform.command;

import dev.lodge.database.Database;
import dev.lodge.database.EmbeddedPostgres;
import dev.lodge.demo.Demo;
import dev.lodge.platform.Operators;
import dev.lodge.platform.TenantRows;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** On Lodge's own empty database a newcomer finds something to look at. A database that somebody else runs gets nothing unasked. */
@Component
@EnableConfigurationProperties(StartSettings.class)
class FirstStart {

    /** The operator of the demo; signs in with the demo's password. */
    static final String OPERATOR = "operator@lodge.example";

    private final Database database;
    private final TenantRows tenants;
    private final Operators operators;
    private final Demo demo;
    private final StartSettings settings;

    FirstStart(Database database, TenantRows tenants, Operators operators, Demo demo, StartSettings settings) {
        this.database = database;
        this.tenants = tenants;
        this.operators = operators;
        this.demo = demo;
        this.settings = settings;
    }

    /** Creates the demo if this is a first start that wants it, and says whether it did. */
    boolean run() {
        if (!settings.demo() || !(database instanceof EmbeddedPostgres) || tenants.count() > 0) {
            return false;
        }
        demo.create();
        if (!operators.exist()) {
            operators.create(OPERATOR, "Nora Kessler", Demo.PASSWORD);
        }
        return true;
    }
}
