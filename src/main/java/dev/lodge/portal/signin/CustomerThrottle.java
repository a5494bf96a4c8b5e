package dev.lodge.portal.signin;

import dev.lodge.accounts.SignInSettings;
import dev.lodge.accounts.Throttle;
import dev.lodge.tenancy.TenantDatabase;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Customers' attempts at passwords. Those of agents are counted apart, so that neither locks the other out. */
@Component
public final class CustomerThrottle extends Throttle {

    CustomerThrottle(TenantDatabase database, SignInSettings settings, InstantSource clock) {
        super(database::sql, LinkThrottle.columns(), "customer:", settings, clock);
    }
}
