package dev.lodge.notifications;

import org.jspecify.annotations.Nullable;

/** Whom a word is for, before it is known who that is. */
sealed interface Audience {

    /** The agent with this id. */
    record One(long agent) implements Audience {}

    /** Everybody in a team. */
    record Team(long team) implements Audience {}

    /** The managers in a team; if it has none, all managers; if there are none, admins and owners. */
    record Managers(@Nullable Long team) implements Audience {}
}
