package dev.lodge.accounts;

import dev.lodge.problem.FieldErrors;

/**
 * @param sent whether somebody has just asked, and is told the same whoever that was
 * @param lockedMinutes how long nobody can ask; 0 when everybody can
 */
public record ForgotModel(boolean sent, String email, FieldErrors errors, long lockedMinutes) {}
