package dev.lodge.isolation;

import dev.lodge.Cast.Desk;
import java.util.List;
import java.util.function.ToLongFunction;

/** What the variable in a path stands for. A path that begins like none of these has no rule, and that is a failure. */
record Subject(String beginning, ToLongFunction<Desk> id) {

    /** An id that nothing has at any desk. */
    static final long NOBODYS = 955_555;

    private static final List<Subject> ALL = List.of(
            new Subject("/api/tickets/{", Desk::ticket),
            new Subject("/api/customers/{", Desk::customer),
            new Subject("/api/organizations/{", Desk::organization),
            new Subject("/api/agents/{", Desk::agent),
            new Subject("/api/teams/{", Desk::team),
            new Subject("/tickets/{", Desk::ticket),
            new Subject("/customers/{", Desk::customer),
            new Subject("/organizations/{", Desk::organization),
            new Subject("/settings/members/{", Desk::agent),
            new Subject("/settings/teams/{", Desk::team));

    /** What the variable of the path names at the desk. */
    static String at(Route route, Desk desk) {
        return at(route.path(), desk);
    }

    static String at(String path, Desk desk) {
        return ALL.stream()
                .filter(subject -> path.startsWith(subject.beginning))
                .findFirst()
                .map(subject -> Long.toString(subject.id.applyAsLong(desk)))
                .orElseThrow(() -> new AssertionError("No rule for what the variable means in " + path));
    }
}
