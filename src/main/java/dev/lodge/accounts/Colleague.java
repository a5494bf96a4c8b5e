package dev.lodge.accounts;

import java.time.ZoneId;
import java.util.Locale;

/**
 * An active agent as somebody to be told something.
 *
 * @param rights all that the agent may do and see
 * @param zone the agent's own, or else the desk's
 */
public record Colleague(Caller rights, EmailAddress email, Locale language, ZoneId zone) {

    public long id() {
        return rights.agentId();
    }

    public String name() {
        return rights.name();
    }
}
