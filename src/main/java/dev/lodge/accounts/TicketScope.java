package dev.lodge.accounts;

import java.util.Locale;
import java.util.stream.Stream;

/** Which tickets people of a role see at all. What is out of scope does not exist for them. */
public enum TicketScope {
    ALL,
    /** Those of their teams, their own and those nobody has. */
    TEAM_OWN_UNASSIGNED,
    OWN_UNASSIGNED,
    OWN;

    /** As it is stored and written in data. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for an unknown code */
    public static TicketScope of(String code) {
        return Stream.of(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No ticket scope is called " + code));
    }
}
