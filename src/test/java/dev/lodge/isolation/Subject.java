package dev.lodge.isolation;

import dev.lodge.Cast.Desk;
import dev.lodge.database.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ToLongFunction;

/** What the variable in a path stands for. A path that begins like none of these has no rule, and that is a failure. */
record Subject(String beginning, ToLongFunction<Desk> id) {

    /** An id that nothing has at any desk. */
    static final long NOBODYS = 955_555;

    private static final List<Subject> ALL = List.of(
            new Subject("/api/tickets/{", Desk::ticket),
            new Subject("/api/customers/{", Desk::customer),
            new Subject("/api/organizations/{", Desk::organization),
            new Subject("/api/agents/{", Desk::agent),
            new Subject("/api/teams/{", Desk::team),
            new Subject("/api/articles/{", desk -> desk.shelf().article()),
            new Subject("/api/article-categories/{", desk -> desk.shelf().category()),
            new Subject("/api/calendars/{", desk -> desk.promise().calendar()),
            new Subject("/api/sla-policies/{", desk -> desk.promise().policy()),
            new Subject("/api/escalation-rules/{", desk -> desk.promise().rule()),
            new Subject("/tickets/{", Desk::ticket),
            new Subject("/requests/{", Desk::ticket),
            new Subject("/portal/profile/sessions/{", desk -> newest("customer_session", desk)),
            new Subject("/customers/{", Desk::customer),
            new Subject("/knowledge/{", desk -> desk.shelf().article()),
            new Subject("/knowledge/categories/{", desk -> desk.shelf().category()),
            new Subject("/organizations/{", Desk::organization),
            new Subject("/settings/sla/levels/{", desk -> desk.promise().rule()),
            new Subject("/settings/sla/{", desk -> desk.promise().policy()),
            new Subject("/settings/hours/{", desk -> desk.promise().calendar()),
            new Subject("/settings/members/{", Desk::agent),
            new Subject("/settings/tokens/{", desk -> newest("api_token", desk)),
            new Subject("/profile/sessions/{", desk -> newest("session", desk)),
            new Subject("/settings/teams/{", Desk::team),
            new Subject("/settings/portal/organizations/{", Desk::organization),
            new Subject("/settings/mail/log/{", desk -> newest("outgoing_mail", desk)),
            new Subject("/settings/domains/{", Subject::claimedDomain),
            // Kinds of mail are named by words, the same at every desk; an id is none.
            new Subject("/settings/mail/templates/{", desk -> NOBODYS));

    private static long claimedDomain(Desk desk) {
        try (var owner = TestDatabase.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        insert into platform.domain_claim (tenant_id, host, token, state, since, created_at)
                        values (%d, 'help.next-door.example', 'sample', 'waiting', now(), now())
                        on conflict (tenant_id, host) do update set token = excluded.token
                        returning id""".formatted(desk.tenant().id()))) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static long newest(String table, Desk desk) {
        try (var owner = TestDatabase.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery("select coalesce(max(id), 0) from \"%s\".%s"
                        .formatted(desk.tenant().space().schema(), table))) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What the variable of the path names at the desk. */
    static String at(Route route, Desk desk) {
        return at(route.path(), desk);
    }

    static String at(String path, Desk desk) {
        return ALL.stream()
                .filter(subject -> path.startsWith(subject.beginning))
                .findFirst()
                .map(subject -> Long.toString(subject.id.applyAsLong(desk)))
                .orElseThrow(() -> new AssertionError("No rule for what the variable means in " + path));
    }
}
