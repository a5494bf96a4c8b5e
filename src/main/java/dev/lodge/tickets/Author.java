package dev.lodge.tickets;

/** Whoever wrote or did something: {@code {"kind": "agent", "id": 7, "name": "Priya Raman"}}. */
public record Author(Kind kind, long id, String name) {

    /** Staff or not. */
    public enum Kind {
        AGENT,
        CUSTOMER
    }
}
