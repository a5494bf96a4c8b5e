package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.ROLE;
import static org.jooq.impl.DSL.count;

import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.TenantDatabase;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The roles of the tenant in force: how many have them, and which tickets they see. */
@Component
class Roles {

    private final TenantDatabase database;
    private final AccountEvents events;

    Roles(TenantDatabase database, AccountEvents events) {
        this.database = database;
        this.events = events;
    }

    List<RoleRow> all() {
        return database
                .sql()
                .select(ROLE.NAME, ROLE.TICKET_SCOPE, count(AGENT.ID))
                .from(ROLE)
                .leftJoin(AGENT)
                .on(AGENT.ROLE.eq(ROLE.NAME))
                .and(AGENT.ACTIVE)
                .groupBy(ROLE.NAME, ROLE.TICKET_SCOPE)
                .fetch(row ->
                        new RoleRow(Role.of(row.value1()).orElseThrow(), TicketScope.of(row.value2()), row.value3()))
                .stream()
                .sorted(Comparator.comparing(RoleRow::role))
                .toList();
    }

    /** Takes effect with each one's next request. @throws Invalid for a role that sees all */
    @Transactional
    public void setScope(Role role, TicketScope scope, Caller by) {
        if (!role.hasScope()) {
            throw new Invalid(role.code(), "accounts.role.sees_all");
        }
        int changed = database.sql()
                .update(ROLE)
                .set(ROLE.TICKET_SCOPE, scope.code())
                .set(ROLE.VERSION, ROLE.VERSION.plus(1))
                .where(ROLE.NAME.eq(role.code()))
                .and(ROLE.TICKET_SCOPE.ne(scope.code()))
                .execute();
        if (changed > 0) {
            events.append("role_scope_changed", by.agentId(), null, Map.of("role", role.code(), "scope", scope.code()));
        }
    }
}
