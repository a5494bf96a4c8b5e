package dev.lodge.problem;

import java.util.Map;

/**
 * An expected refusal. It has a status of HTTP (RFC 9110), a sentence that may be shown to whoever asked, and members
 * for the body of the API's answer (RFC 9457). It carries no stack trace: nothing is broken.
 */
public abstract class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Message detail;
    private final transient Map<String, Object> members;

    protected Problem(int status, Message detail, Map<String, Object> members) {
        super(detail.key(), null, false, false);
        this.status = status;
        this.detail = detail;
        this.members = Map.copyOf(members);
    }

    public int status() {
        return status;
    }

    public Message detail() {
        return detail;
    }

    /** Further members of the problem document, named in snake_case, for example {@code allowed}. */
    public Map<String, Object> members() {
        return members;
    }
}
