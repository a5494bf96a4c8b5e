package dev.lodge.platform.console;

import dev.lodge.platform.TenantRows;
import dev.lodge.platform.signin.SignedInOperator;
import dev.lodge.web.Place;
import dev.lodge.web.RailCounts;
import java.util.Map;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** How many tenants there are, beside their entry in the operators' rail; for operators alone. */
@Component
class TenantCount implements RailCounts {

    private final TenantRows tenants;

    TenantCount(TenantRows tenants) {
        this.tenants = tenants;
    }

    @Override
    public Map<Place, Long> counts() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedInOperator
                ? Map.of(Place.TENANTS, tenants.count())
                : Map.of();
    }
}
