package dev.lodge.problem;

import java.util.Map;

/** Nobody is signed in, or the token is not good. */
public class Unauthenticated extends Problem {

    private static final long serialVersionUID = 1;

    public Unauthenticated() {
        this(Message.of("web.problem.unauthenticated"));
    }

    public Unauthenticated(Message detail) {
        super(401, detail, Map.of());
    }
}
