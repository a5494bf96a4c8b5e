package dev.lodge.platform.command;

import dev.lodge.platform.Registrar;
import dev.lodge.tenancy.HostName;
import dev.lodge.tenancy.Tenant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        description = "Take a host from its tenant. A primary domain stays until another one is primary.")
final class DomainRemoveCommand extends Action {

    @Parameters(paramLabel = "HOST", description = "The host name, such as help.acme.example.")
    private String host = "";

    DomainRemoveCommand(Backstage backstage) {
        super(backstage);
    }

    @Override
    int run() {
        Tenant tenant = bean(Registrar.class).removeDomain(null, HostName.of(host));
        return say("%s leads to %s no more.", host, tenant);
    }
}
