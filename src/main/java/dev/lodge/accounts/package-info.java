/**
 * Who works at a desk and what they may do: agents, teams, roles, permissions, sign-in, sessions and API tokens. Other modules take
 * the {@link dev.lodge.accounts.Caller} as a handler's parameter, name the {@link dev.lodge.accounts.Permission} beside the route
 * with {@link dev.lodge.accounts.Requires}, and ask the caller for the rest.
 */
@NullMarked
package dev.lodge.accounts;

import org.jspecify.annotations.NullMarked;
