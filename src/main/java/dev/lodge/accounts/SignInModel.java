package dev.lodge.accounts;

import dev.lodge.problem.FieldErrors;

/** @param lockedMinutes how long nobody can try; 0 when everybody can */
public record SignInModel(String email, String next, FieldErrors errors, long lockedMinutes) {}
