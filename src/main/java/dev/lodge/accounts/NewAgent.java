package dev.lodge.accounts;

import dev.lodge.problem.Invalid;
import java.util.Set;

/**
 * Somebody who is to work here.
 *
 * @param name 1 to {@value #LONGEST_NAME} characters, without space around it
 * @param teams ids of teams that exist
 */
public record NewAgent(EmailAddress email, String name, Role role, Set<Long> teams) {

    /** Most characters of a name. */
    public static final int LONGEST_NAME = 120;

    public NewAgent {
        name = name(name);
        teams = Set.copyOf(teams);
    }

    static String name(String written) {
        String name = written.strip();
        if (name.isEmpty()) {
            throw new Invalid("name", "web.invalid.empty");
        }
        if (name.length() > LONGEST_NAME) {
            throw new Invalid("name", "web.invalid.too_long", LONGEST_NAME);
        }
        return name;
    }
}
