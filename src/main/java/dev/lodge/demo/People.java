package dev.lodge.demo;

import dev.lodge.accounts.Caller;
import java.util.Map;

/**
 * Who is at the desk, by the keys of its file.
 *
 * @param teams ids by name
 * @param customers ids by key
 */
record People(Map<String, Caller> agents, Map<String, Long> teams, Map<String, Long> customers) {

    Caller agent(String key) {
        return known(agents, key);
    }

    long team(String name) {
        return known(teams, name);
    }

    long customer(String key) {
        return known(customers, key);
    }

    private static <T> T known(Map<String, T> all, String key) {
        T found = all.get(key);
        if (found == null) {
            throw new IllegalArgumentException(
                    "The demo's file mentions %s without saying who that is.".formatted(key));
        }
        return found;
    }
}
