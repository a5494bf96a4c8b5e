package dev.lodge.accounts;

/** A link that is shown once. */
public record MemberLink(AgentProfile agent, String address) {}
