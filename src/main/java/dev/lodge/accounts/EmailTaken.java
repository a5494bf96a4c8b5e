package dev.lodge.accounts;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;

/** Another agent of the tenant has this address, perhaps in other letters. */
public final class EmailTaken extends Conflict {

    private static final long serialVersionUID = 1;

    EmailTaken(EmailAddress email) {
        super(
                Message.of("accounts.email_taken", email.value()),
                FieldErrors.of("email", "accounts.email_taken", email.value()));
    }
}
