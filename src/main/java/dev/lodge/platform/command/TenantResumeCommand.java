package dev.lodge.platform.command;

import dev.lodge.platform.Registrar;
import dev.lodge.tenancy.TenantSlug;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "resume", description = "Serve a suspended tenant again, as it was.")
final class TenantResumeCommand extends Action {

    @Parameters(paramLabel = "SLUG", description = "The tenant.")
    private String slug = "";

    TenantResumeCommand(Backstage backstage) {
        super(backstage);
    }

    @Override
    int run() {
        bean(Registrar.class).resume(null, TenantSlug.of(slug));
        return say("The tenant %s is served again.", slug);
    }
}
