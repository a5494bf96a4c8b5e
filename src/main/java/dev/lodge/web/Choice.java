package dev.lodge.web;

/** One option of a list to choose from. */
public record Choice(String value, String label) {}
