package dev.lodge.sla;

/** Whom a level of escalation wants to know. */
public sealed interface Recipient {

    /** Whoever the ticket is assigned to, if anybody. */
    record Assignee() implements Recipient {}

    /** All who belong to the ticket's team, if it has one. */
    record Team() implements Recipient {}

    /** The managers of the tenant. */
    record Managers() implements Recipient {}

    /** A member of staff. */
    record Agent(long id) implements Recipient {}

    /** Somebody who need not be known to the desk. */
    record Address(String email) implements Recipient {}
}
