package dev.lodge.email;

/** What became of a test mail. @param address whom it was for */
public record TriedMail(String address, DeliveryOutcome outcome) {}
