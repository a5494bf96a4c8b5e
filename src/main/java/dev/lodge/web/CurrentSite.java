package dev.lodge.web;

/** Whose desk this host is, answered by the module that knows hosts. */
@FunctionalInterface
public interface CurrentSite {

    /** The site of the request in hand; {@link Site#lodge()} on the platform's host and where no tenant is known. */
    Site site();
}
