package dev.lodge.platform.signin;

import dev.lodge.accounts.SignedIn;
import dev.lodge.platform.Operator;
import dev.lodge.web.Person;
import dev.lodge.web.Place;
import dev.lodge.web.Theme;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An operator whose session was found good. */
public final class SignedInOperator extends SignedIn {

    private static final long serialVersionUID = 1;

    private final transient Operator operator;

    SignedInOperator(Operator operator) {
        this.operator = operator;
    }

    @Override
    public Operator getPrincipal() {
        return operator;
    }

    @Override
    public String getName() {
        return operator.email();
    }

    @Override
    public Person person() {
        return new Person(
                operator.id(),
                operator.name(),
                Theme.AUTO,
                null,
                ZoneOffset.UTC,
                Set.of(Place.TENANTS, Place.MAILBOX, Place.JOBS),
                true);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInOperator signedIn && signedIn.operator.equals(operator);
    }

    @Override
    public int hashCode() {
        return Objects.hash(operator);
    }
}
