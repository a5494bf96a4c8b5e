package dev.lodge.secrets;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.Message;

/** There is nothing to encrypt with: several nodes may share the database, so the operator has to give them one secret. */
public final class SecretMissing extends Conflict {

    private static final long serialVersionUID = 1;

    SecretMissing() {
        super(Message.of("secrets.missing"));
    }
}
