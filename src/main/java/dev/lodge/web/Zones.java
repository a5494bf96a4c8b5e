package dev.lodge.web;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Time zones to choose from, by name: those of places where people live, and UTC. */
public final class Zones {

    private static final Predicate<String> OFFERED = Pattern.compile(
                    "(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC")
            .asMatchPredicate();

    private Zones() {}

    /** After the choice of none. @param none what that is called */
    public static List<Choice> orNone(String none) {
        return Stream.concat(Stream.of(new Choice("", none)), choices(OFFERED)).toList();
    }

    /** With the one in force among them, whatever it is. */
    public static List<Choice> with(String inForce) {
        return choices(OFFERED.or(inForce::equals)).toList();
    }

    private static Stream<Choice> choices(Predicate<String> which) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(which)
                .sorted()
                .map(id -> new Choice(id, id.replace('_', ' ')));
    }
}
