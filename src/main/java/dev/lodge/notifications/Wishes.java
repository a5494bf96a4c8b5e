package dev.lodge.notifications;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** How one agent wants to be told of each kind; what is not said is as usual. */
record Wishes(Map<NoticeKind, Channels> chosen) {

    static final Wishes USUAL = new Wishes(Map.of());

    Wishes {
        chosen = Map.copyOf(chosen);
    }

    /** A choice about every kind. */
    static Wishes of(Function<NoticeKind, Channels> choice) {
        var chosen = new EnumMap<NoticeKind, Channels>(NoticeKind.class);
        for (var kind : NoticeKind.values()) {
            chosen.put(kind, choice.apply(kind));
        }
        return new Wishes(chosen);
    }

    Channels about(NoticeKind kind) {
        return chosen.getOrDefault(kind, kind.usual());
    }
}
