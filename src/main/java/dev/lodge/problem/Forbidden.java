package dev.lodge.problem;

import java.util.Map;

/** Visible to whoever asks, but not theirs to do. */
public class Forbidden extends Problem {

    private static final long serialVersionUID = 1;

    public Forbidden() {
        this(Message.of("web.problem.forbidden"));
    }

    public Forbidden(Message detail) {
        super(403, detail, Map.of());
    }
}
