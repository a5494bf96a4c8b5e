package dev.lodge.outside;

import java.net.ConnectException;

/** A connection that was not opened, because it would have led inside. It does not say what the name resolved to. */
public final class DestinationRefused extends ConnectException {

    private static final long serialVersionUID = 1;

    DestinationRefused(String host) {
        super("The host %s leads into a private network".formatted(host));
    }
}
