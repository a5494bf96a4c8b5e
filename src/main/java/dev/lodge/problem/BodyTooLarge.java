package dev.lodge.problem;

import java.util.Map;

/** The body has more bytes than are read here. */
public class BodyTooLarge extends Problem {

    private static final long serialVersionUID = 1;

    /** @param limit the most bytes that are read */
    public BodyTooLarge(long limit) {
        super(413, Message.of("web.problem.body_too_large", limit / 1024), Map.of());
    }
}
