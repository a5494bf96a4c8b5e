package dev.lodge.platform.signin;

import dev.lodge.problem.FieldErrors;

/** The form in which an operator chooses a password. @param shortest the fewest characters it may have */
public record InvitationPage(String email, String token, int shortest, FieldErrors errors) {}
