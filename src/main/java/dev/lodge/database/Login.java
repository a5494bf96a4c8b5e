package dev.lodge.database;

/** A database role that may log in, with its password; the password never shows in {@link #toString()}. */
public record Login(String user, String password) {

    public Login {
        if (user.isBlank()) {
            throw new IllegalArgumentException("A database login needs a user.");
        }
        if (password.isEmpty()) {
            throw new IllegalArgumentException("The database login %s needs a password.".formatted(user));
        }
    }

    @Override
    public String toString() {
        return "Login[user=%s, password hidden]".formatted(user);
    }
}
