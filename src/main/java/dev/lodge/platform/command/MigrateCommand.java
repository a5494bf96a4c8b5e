package dev.lodge.platform.command;

import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.FleetMigration;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.TenantSlug;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(
        name = "migrate",
        description = {
            "Bring the platform's schema and those of the tenants up to date.",
            "What was interrupted goes on where it was; a tenant that fails does not stop the others."
        })
final class MigrateCommand extends Action {

    @Option(names = "--tenant", paramLabel = "SLUG", description = "Only this tenant.")
    private @Nullable String slug;

    MigrateCommand(Backstage backstage) {
        super(backstage);
    }

    @Override
    int run() {
        Optional<TenantSlug> only = Optional.ofNullable(slug).map(TenantSlug::of);
        only.filter(named -> bean(TenantRegistry.class).bySlug(named).isEmpty()).ifPresent(unknown -> {
            throw new NotFound(Message.of("tenancy.no_such_tenant", unknown.value()));
        });
        var outcome = bean(FleetMigration.class).run(only);
        outcome.failed()
                .forEach((failed, why) -> err().printf(
                                "The tenant %s could not be migrated and is as it was: %s%n",
                                failed, why.lines().findFirst().orElse("")));
        if (outcome.untried() > 0) {
            err().printf("%d more tenants were not tried, because the first one failed.%n", outcome.untried());
        }
        if (outcome.migrated() > 0 || outcome.failed().isEmpty()) {
            say(outcome.migrated() == 0 ? "Everything is up to date." : "Migrated: %d.", outcome.migrated());
        }
        return outcome.failed().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
