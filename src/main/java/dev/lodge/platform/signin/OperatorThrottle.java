package dev.lodge.platform.signin;

import static dev.lodge.schema.platform.Tables.OPERATOR_SIGNIN_THROTTLE;

import dev.lodge.accounts.SignInSettings;
import dev.lodge.accounts.Throttle;
import dev.lodge.tenancy.PlatformDatabase;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Operators' attempts to sign in. */
@Component
final class OperatorThrottle extends Throttle {

    OperatorThrottle(PlatformDatabase platform, SignInSettings settings, InstantSource clock) {
        super(
                platform::sql,
                new Columns(
                        OPERATOR_SIGNIN_THROTTLE,
                        OPERATOR_SIGNIN_THROTTLE.SUBJECT,
                        OPERATOR_SIGNIN_THROTTLE.FAILURES,
                        OPERATOR_SIGNIN_THROTTLE.FIRST_FAILURE_AT,
                        OPERATOR_SIGNIN_THROTTLE.LOCKED_UNTIL),
                settings,
                clock);
    }
}
