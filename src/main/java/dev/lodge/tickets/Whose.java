package dev.lodge.tickets;

import java.util.Set;

/** Which agents or teams a filter asks for. */
public sealed interface Whose {

    /** Those that nobody has. */
    record Nobodys() implements Whose {}

    /** Those that any of these has, by id. */
    record AnyOf(Set<Long> ids) implements Whose {

        public AnyOf {
            ids = Set.copyOf(ids);
        }
    }

    static Whose nobodys() {
        return new Nobodys();
    }

    static Whose of(long id) {
        return new AnyOf(Set.of(id));
    }

    static Whose anyOf(Set<Long> ids) {
        return new AnyOf(ids);
    }
}
