package dev.lodge.platform.console;

/** A tenant was created. @param invitation the address at which its owner chooses a password; shown this once */
public record CreatedPage(String slug, String name, String address, String email, String invitation) {}
