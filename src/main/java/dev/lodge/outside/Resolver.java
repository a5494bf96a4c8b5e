package dev.lodge.outside;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface Resolver {

    /** All addresses of a name, or the one that is written. */
    InetAddress[] addresses(String host) throws UnknownHostException;

    /** As this machine resolves names. */
    static Resolver system() {
        return InetAddress::getAllByName;
    }
}
