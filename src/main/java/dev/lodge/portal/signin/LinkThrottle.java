package dev.lodge.portal.signin;

import static dev.lodge.schema.tenant.Tables.SIGNIN_THROTTLE;

import dev.lodge.accounts.SignInSettings;
import dev.lodge.accounts.Throttle;
import dev.lodge.tenancy.TenantDatabase;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** How often links are asked for at the tenant in force, for one address and from one client. */
@Component
public final class LinkThrottle extends Throttle {

    LinkThrottle(TenantDatabase database, SignInSettings settings, InstantSource clock) {
        super(database::sql, columns(), "link:", settings, clock);
    }

    static Columns columns() {
        return new Columns(
                SIGNIN_THROTTLE,
                SIGNIN_THROTTLE.SUBJECT,
                SIGNIN_THROTTLE.FAILURES,
                SIGNIN_THROTTLE.FIRST_FAILURE_AT,
                SIGNIN_THROTTLE.LOCKED_UNTIL);
    }
}
