package dev.lodge.accounts;

import dev.lodge.web.Person;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody whose credentials were found good for the request in hand. Rights are checked against the principal, not by authorities. */
public abstract class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    protected SignedIn() {
        super(Set.of());
        setAuthenticated(true);
    }

    /** How pages greet whoever is signed in. */
    public abstract Person person();

    /** Nothing secret is kept. */
    @Override
    public final @Nullable Object getCredentials() {
        return null;
    }
}
