package dev.lodge.problem;

import java.util.Map;

/** Somebody else changed the thing since the version that the caller holds. */
public class StaleVersion extends Problem {

    private static final long serialVersionUID = 1;

    public StaleVersion() {
        this(Message.of("web.problem.stale_version"));
    }

    public StaleVersion(Message detail) {
        super(412, detail, Map.of());
    }

    /** @throws StaleVersion unless the version found is the one that is meant */
    public static void unless(boolean meant) {
        if (!meant) {
            throw new StaleVersion();
        }
    }
}
