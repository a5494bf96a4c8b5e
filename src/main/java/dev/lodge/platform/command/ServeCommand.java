package dev.lodge.platform.command;

import dev.lodge.jobs.Node;
import dev.lodge.tenancy.FleetMigration;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "serve",
        description = {
            "Start Lodge and serve every tenant, until told to stop.",
            "Without LODGE_DATABASE_URL it starts a PostgreSQL of its own, and on the first start creates the demo tenants."
        })
final class ServeCommand extends Action {

    ServeCommand(Backstage backstage) {
        super(backstage);
    }

    @Override
    int run() {
        long began = System.nanoTime();
        backstage().serve();
        var migration = bean(FleetMigration.class).run(Optional.empty());
        migration
                .failed()
                .keySet()
                .forEach(slug -> err().printf(
                                "The tenant %s could not be migrated and shows a notice; './lodge migrate' says why.%n",
                                slug));
        bean(Node.class).start();
        boolean created = bean(FirstStart.class).run();
        bean(Greeting.class).print(out(), created, (System.nanoTime() - began) / 1e9);
        return CommandLines.SERVING;
    }
}
