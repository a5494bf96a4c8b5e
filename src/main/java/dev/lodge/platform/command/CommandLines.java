package dev.lodge.platform.command;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Understands a command line and runs its command. Without a command Lodge serves. */
public final class CommandLines {

    /** What {@link #run} gives while the server runs on in threads of its own; not an exit status. */
    public static final int SERVING = -1;

    private CommandLines() {}

    /** @return the exit status: 0, 1 with a sentence on standard error, 2 for bad usage; or {@link #SERVING} */
    public static int run(Class<?> application, String... args) {
        var input = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        try (var backstage = Backstage.of(application)) {
            return line(backstage, input).execute(args.length == 0 ? new String[] {"serve"} : args);
        }
    }

    static CommandLine line(Backstage backstage, BufferedReader input) {
        var secrets = new SecretLine(input);
        var line = new CommandLine(new Group.Lodge())
                .addSubcommand(new ServeCommand(backstage))
                .addSubcommand(new DemoCommand(backstage))
                .addSubcommand(group(
                        new Group.TenantGroup(),
                        new TenantCreateCommand(backstage, secrets),
                        new TenantListCommand(backstage),
                        new TenantSuspendCommand(backstage),
                        new TenantResumeCommand(backstage),
                        new TenantWakeCommand(backstage)))
                .addSubcommand(group(
                        new Group.DomainGroup(), new DomainAddCommand(backstage), new DomainRemoveCommand(backstage)))
                .addSubcommand(group(
                        new Group.OperatorGroup(),
                        new OperatorCreateCommand(backstage, secrets),
                        new OperatorResetCommand(backstage)))
                .addSubcommand(new MigrateCommand(backstage))
                .addSubcommand(new DoctorCommand(backstage));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(backstage.sentences().of(failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
        line.setParameterExceptionHandler((wrong, given) -> explain(wrong));
        return line;
    }

    private static CommandLine group(Object parent, Object... commands) {
        var line = new CommandLine(parent);
        List.of(commands).forEach(line::addSubcommand);
        return line;
    }

    private static int explain(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        String message = String.valueOf(wrong.getMessage());
        err.println(message.endsWith(".") ? message : message + ".");
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println(command.getHelp().fullSynopsis().strip());
        }
        err.println("'%s --help' says more.".formatted(command.getCommandSpec().qualifiedName()));
        return CommandLine.ExitCode.USAGE;
    }
}
