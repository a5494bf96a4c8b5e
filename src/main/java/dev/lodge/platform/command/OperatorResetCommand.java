package dev.lodge.platform.command;

import dev.lodge.platform.Operators;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "reset", description = "Print a link by which an operator who lost the password chooses another one.")
final class OperatorResetCommand extends Action {

    @Option(
            names = "--email",
            required = true,
            paramLabel = "EMAIL",
            description = "The address the operator signs in with.")
    private String email = "";

    OperatorResetCommand(Backstage backstage) {
        super(backstage);
    }

    @Override
    int run() {
        return say("%s", bean(Operators.class).reset(email));
    }
}
