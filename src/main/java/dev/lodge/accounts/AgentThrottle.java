package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.SIGNIN_THROTTLE;

import dev.lodge.tenancy.TenantDatabase;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Attempts to sign in at the tenant in force. */
@Component
final class AgentThrottle extends Throttle {

    AgentThrottle(TenantDatabase database, SignInSettings settings, InstantSource clock) {
        super(
                database::sql,
                new Columns(
                        SIGNIN_THROTTLE,
                        SIGNIN_THROTTLE.SUBJECT,
                        SIGNIN_THROTTLE.FAILURES,
                        SIGNIN_THROTTLE.FIRST_FAILURE_AT,
                        SIGNIN_THROTTLE.LOCKED_UNTIL),
                settings,
                clock);
    }
}
