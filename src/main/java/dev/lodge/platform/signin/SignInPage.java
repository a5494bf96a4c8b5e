package dev.lodge.platform.signin;

import dev.lodge.problem.FieldErrors;

/** The sign-in form. @param next where to go afterwards, a path of this host, or empty */
public record SignInPage(String email, String next, FieldErrors errors) {}
