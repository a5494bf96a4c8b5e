package dev.lodge.problem;

import java.util.Map;

/** There is no such thing, or it is not visible to whoever asks: the two look the same. */
public class NotFound extends Problem {

    private static final long serialVersionUID = 1;

    public NotFound() {
        this(Message.of("web.problem.not_found"));
    }

    public NotFound(Message detail) {
        super(404, detail, Map.of());
    }
}
