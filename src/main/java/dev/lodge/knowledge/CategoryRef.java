package dev.lodge.knowledge;

/** A category as articles mention it. */
public record CategoryRef(long id, String name, String slug) {}
