package dev.lodge.portal.signin;

import dev.lodge.problem.FieldErrors;

/**
 * The page on which customers sign in.
 *
 * @param next where to go afterwards
 * @param byPassword whether a password was tried
 * @param lockedMinutes how long nothing more is tried, 0 if it is
 * @param agent whether an agent is signed in with this browser, and stays it
 */
public record SignInModel(
        String email, String next, boolean byPassword, FieldErrors errors, long lockedMinutes, boolean agent) {}
