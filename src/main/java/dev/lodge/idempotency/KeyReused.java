package dev.lodge.idempotency;

import dev.lodge.problem.Message;
import dev.lodge.problem.Problem;
import java.util.Map;

/** An idempotency key came back with another request than its first. */
public class KeyReused extends Problem {

    private static final long serialVersionUID = 1;

    KeyReused() {
        super(422, Message.of("idempotency.key_reused"), Map.of());
    }
}
