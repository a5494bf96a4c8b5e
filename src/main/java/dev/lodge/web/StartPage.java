package dev.lodge.web;

/** What the bare address of a desk's host shows, answered by the module that knows. */
@FunctionalInterface
public interface StartPage {

    Html page();
}
