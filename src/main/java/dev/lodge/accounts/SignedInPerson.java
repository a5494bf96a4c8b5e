package dev.lodge.accounts;

import dev.lodge.web.CurrentPerson;
import dev.lodge.web.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whoever is signed in, of whatever kind, for the frame of pages. */
@Component
class SignedInPerson implements CurrentPerson {

    @Override
    public @Nullable Person person() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn found ? found.person() : null;
    }
}
