package dev.lodge.accounts;

/** The one time that a token is shown. */
public record CreatedToken(String name, String token) {}
