package dev.lodge.platform.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A word that needs another one after it: alone it is bad usage. */
abstract sealed class Group implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Say how this command is used.")
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public final void run() {
        throw new ParameterException(
                spec.commandLine(), "A command is missing after '%s'.".formatted(spec.qualifiedName()));
    }

    @Command(
            name = "./lodge",
            description = "Lodge, a multi-tenant helpdesk.",
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "Settings are environment variables or lines of lodge.properties; docs/settings.md has them all."
            })
    static final class Lodge extends Group {}

    @Command(name = "tenant", description = "Create, list, suspend, resume and wake tenants.")
    static final class TenantGroup extends Group {}

    @Command(name = "domain", description = "Give hosts to tenants, and take them away.")
    static final class DomainGroup extends Group {}

    @Command(name = "operator", description = "Let people run the platform.")
    static final class OperatorGroup extends Group {}
}
