package dev.lodge.branding.domains;

import java.util.Optional;
import java.util.Set;

/** Asks the domain name system for texts (TXT records, RFC 1035, 3.3.14). */
@FunctionalInterface
public interface DnsTxt {

    /**
     * The texts at a name; none if the name has none or does not exist. Returns within seconds.
     *
     * @param name in the form of {@link dev.lodge.tenancy.HostName}, but labels may begin with an underscore
     * @return empty when nobody could be asked or no server knew: that says nothing about the name
     */
    Optional<Set<String>> texts(String name);
}
