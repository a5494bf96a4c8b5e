package dev.lodge.portal.signin;

/**
 * The page that a link leads to.
 *
 * @param agent whether an agent is signed in with this browser, and stays it
 */
public record LinkModel(String token, PortalLink link, boolean agent) {}
