package dev.lodge;

import dev.lodge.platform.command.CommandLines;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: one process that serves every tenant, or runs one command. */
@SpringBootApplication
public class Lodge {

    public static void main(String[] args) {
        int status = CommandLines.run(Lodge.class, args);
        if (status != CommandLines.SERVING) {
            System.exit(status);
        }
    }
}
