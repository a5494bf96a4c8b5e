package dev.lodge.platform.command;

import dev.lodge.platform.Registrar;
import dev.lodge.tenancy.HostName;
import dev.lodge.tenancy.TenantSlug;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "Give a host to a tenant; one that it has already can be made primary.")
final class DomainAddCommand extends Action {

    @Parameters(index = "0", paramLabel = "SLUG", description = "The tenant.")
    private String slug = "";

    @Parameters(index = "1", paramLabel = "HOST", description = "The host name, such as help.acme.example.")
    private String host = "";

    @Option(names = "--primary", description = "Build links from this host from now on.")
    private boolean primary;

    DomainAddCommand(Backstage backstage) {
        super(backstage);
    }

    @Override
    int run() {
        HostName added = HostName.of(host);
        bean(Registrar.class).addDomain(null, TenantSlug.of(slug), added, primary);
        return say(primary ? "%s is the primary domain of %s." : "%s leads to %s.", added, slug);
    }
}
