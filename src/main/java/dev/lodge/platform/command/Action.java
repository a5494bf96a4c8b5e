package dev.lodge.platform.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** A command that does something. A refusal is thrown and said in a sentence; what is returned is the exit status. */
abstract class Action implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Say how this command is used.")
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final Backstage backstage;

    Action(Backstage backstage) {
        this.backstage = backstage;
    }

    @Override
    public final Integer call() throws Exception {
        int status = run();
        out().flush();
        return status;
    }

    abstract int run() throws Exception;

    final Backstage backstage() {
        return backstage;
    }

    final <T> T bean(Class<T> type) {
        return backstage.bean(type);
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final int say(String sentence, Object... values) {
        out().println(values.length == 0 ? sentence : sentence.formatted(values));
        return ExitCode.OK;
    }

    /** One JSON document on standard output, for programs. */
    final int sayJson(Object document) {
        out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
        return ExitCode.OK;
    }

    final picocli.CommandLine commandLine() {
        return spec.commandLine();
    }
}
