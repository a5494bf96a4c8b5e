package dev.lodge.notifications;

/**
 * The bell as it is now.
 *
 * @param here whether it stands on the page that it leads to
 */
public record Bell(long unread, boolean here) {}
