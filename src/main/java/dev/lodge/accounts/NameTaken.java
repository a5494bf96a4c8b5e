package dev.lodge.accounts;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;

/** Another team has this name, perhaps in other letters. */
public final class NameTaken extends Conflict {

    private static final long serialVersionUID = 1;

    NameTaken(String name) {
        super(Message.of("accounts.team.name_taken", name), FieldErrors.of("name", "accounts.team.name_taken", name));
    }
}
