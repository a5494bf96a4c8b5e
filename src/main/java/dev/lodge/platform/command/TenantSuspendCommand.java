package dev.lodge.platform.command;

import dev.lodge.platform.Registrar;
import dev.lodge.tenancy.TenantSlug;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "suspend",
        description = "Stop serving a tenant: pages and API answer with a notice, and nothing is lost.")
final class TenantSuspendCommand extends Action {

    @Parameters(paramLabel = "SLUG", description = "The tenant.")
    private String slug = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, for operators; the notice does not show it.")
    private String reason = "";

    TenantSuspendCommand(Backstage backstage) {
        super(backstage);
    }

    @Override
    int run() {
        bean(Registrar.class).suspend(null, TenantSlug.of(slug), reason);
        return say("The tenant %s is suspended.", slug);
    }
}
