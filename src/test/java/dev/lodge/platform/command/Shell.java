package dev.lodge.platform.command;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.springframework.context.ApplicationContext;

/** Types commands, without a process of their own. */
final class Shell {

    private final ApplicationContext application;

    Shell(ApplicationContext application) {
        this.application = application;
    }

    /** What a command said and how it ended. */
    record Ended(int status, String out, String err) {}

    Ended type(String... words) {
        return typeWithInput("", words);
    }

    Ended typeWithInput(String input, String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = CommandLines.line(Backstage.of(application), new BufferedReader(new StringReader(input)));
        int status = line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
        return new Ended(status, out.toString(), err.toString());
    }
}
