package dev.lodge.problem;

import java.util.Map;

/** Nobody can work here at the moment: the tenant is suspended, or its schema is being changed. Nothing is lost. */
public class Unavailable extends Problem {

    private static final long serialVersionUID = 1;

    /** Why; the page differs. */
    public enum Reason {
        SUSPENDED("web.problem.suspended"),
        MAINTENANCE("web.problem.maintenance"),
        BUSY("web.problem.busy");

        private final String key;

        Reason(String key) {
            this.key = key;
        }
    }

    private final Reason reason;

    public Unavailable(Reason reason) {
        super(503, Message.of(reason.key), Map.of());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
