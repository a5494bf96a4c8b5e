package dev.lodge.sla;

public sealed interface Recipient {

    record Assignee() implements Recipient {}

    record Team() implements Recipient {}

    record Managers() implements Recipient {}

    record Agent(long id) implements Recipient {}

    record Address(String email) implements Recipient {}
}
