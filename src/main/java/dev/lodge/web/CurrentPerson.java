package dev.lodge.web;

import org.jspecify.annotations.Nullable;

/** Who is signed in, answered by the module that signs people in. */
@FunctionalInterface
public interface CurrentPerson {

    /** Null before sign-in. Called while a page is rendered, at most once for each. */
    @Nullable
    Person person();
}
