package dev.lodge.platform.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Passwords come on standard input: an argument would be seen by everybody who lists the machine's processes. */
record SecretLine(BufferedReader input) {

    /** One line, without its end. @throws IllegalArgumentException when there is none */
    String read() {
        try {
            String line = input.readLine();
            if (line == null || line.isEmpty()) {
                throw new IllegalArgumentException(
                        "A password was expected as one line on standard input, and none came.");
            }
            return line;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
