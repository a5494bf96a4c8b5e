package dev.lodge.accounts;

import dev.lodge.problem.FieldErrors;

/** @param invitation whether it is an invitation, else a reset */
public record WelcomeModel(boolean invitation, String email, String name, FieldErrors errors) {}
