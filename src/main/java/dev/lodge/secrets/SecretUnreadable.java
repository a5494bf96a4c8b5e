package dev.lodge.secrets;

/** Something that was encrypted under another secret, for another purpose, or was changed since. */
public final class SecretUnreadable extends Exception {

    private static final long serialVersionUID = 1;

    SecretUnreadable() {
        super("What was encrypted cannot be read with this deployment's secret.");
    }
}
