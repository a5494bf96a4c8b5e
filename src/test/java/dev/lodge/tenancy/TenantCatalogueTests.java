package dev.lodge.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Read from PostgreSQL's catalogue, so that a new table is under these rules without being named here. */
@LodgeTest
class TenantCatalogueTests {

    @Autowired
    Cast cast;

    Tenant acme;
    Tenant globex;

    @BeforeEach
    void bothTenantsAreInTheRoom() {
        acme = cast.acme();
        globex = cast.globex();
    }

    @Test
    void noRelationOfATenantCanBeUsedInAnyWayByAnotherTenantsRoleThePlatformsOrTheLoginsOwn() throws SQLException {
        List<String> open =
                catalogue("""
                select r.rolname || ' may ' || p.privilege || ' ' || n.nspname || '.' || c.relname
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                cross join pg_roles r
                cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) p(privilege)
                where n.nspname = '%s' and c.relkind in ('r', 'p', 'v', 'm')
                  and r.rolname in ('%s', '%s', 'lodge_app')
                  and has_table_privilege(r.oid, c.oid, p.privilege)""".formatted(globex.space().schema(), acme.space().role(), platformRole()));

        assertThat(open).isEmpty();
    }

    @Test
    void noSequenceOrSchemaOfATenantIsOpenToOthersEither() throws SQLException {
        List<String> open =
                catalogue("""
                select r.rolname || ' may use ' || n.nspname || '.' || coalesce(c.relname, '')
                from pg_namespace n
                left join pg_class c on c.relnamespace = n.oid and c.relkind = 'S'
                cross join pg_roles r
                where n.nspname in ('%s', 'platform') and r.rolname in ('%s', 'lodge_app')
                  and (has_schema_privilege(r.oid, n.oid, 'usage') or has_schema_privilege(r.oid, n.oid, 'create')
                       or has_sequence_privilege(r.oid, c.oid, 'usage') or has_sequence_privilege(r.oid, c.oid, 'select'))""".formatted(globex.space().schema(), acme.space().role()));

        assertThat(open).isEmpty();
    }

    @Test
    void rolesOfTenantsCannotLogInCreateOrBypassAnythingAndAreMembersOfNothing() throws SQLException {
        List<String> strong =
                catalogue("""
                select rolname from pg_roles r
                where rolname in ('%s', '%s')
                  and (rolcanlogin or rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication
                       or exists (select from pg_auth_members m where m.member = r.oid))""".formatted(acme.space().role(), globex.space().role()));

        assertThat(strong).isEmpty();
    }

    @Test
    void theLoginTakesRolesButInheritsNone() throws SQLException {
        List<String> inherited =
                catalogue("""
                select r.rolname from pg_roles r
                where r.rolname in ('%s', '%s', '%s') and pg_has_role('lodge_app', r.oid, 'usage')""".formatted(acme.space().role(), globex.space().role(), platformRole()));

        assertThat(inherited).isEmpty();
    }

    @Test
    void aTenantsTablesReferToNothingOutsideTheirSchemaAndHaveNoTriggersOfOurs() throws SQLException {
        List<String> outside = catalogue("""
                select c.conname from pg_constraint c
                join pg_class own on own.oid = c.conrelid
                join pg_class other on other.oid = c.confrelid
                where c.contype = 'f' and own.relnamespace = '%1$s'::regnamespace and other.relnamespace <> own.relnamespace
                union all
                select t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
                where c.relnamespace = '%1$s'::regnamespace and not t.tgisinternal""".formatted(acme.space().schema()));

        assertThat(outside).isEmpty();
    }

    @Test
    void everyForeignKeyHasAnIndexThatBeginsWithItsColumns() throws SQLException {
        List<String> unindexed = catalogue("""
                select c.conrelid::regclass || ' (' || c.conname || ')' from pg_constraint c
                where c.contype = 'f' and c.connamespace in ('%s'::regnamespace, 'platform'::regnamespace)
                  and not exists (
                    select from pg_index i
                    where i.indrelid = c.conrelid and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)""".formatted(acme.space().schema()));

        assertThat(unindexed).isEmpty();
    }

    @Test
    void everyTimeHasAZoneAndEveryTableAPrimaryKey() throws SQLException {
        List<String> wrong = catalogue("""
                select attrelid::regclass || '.' || attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                where c.relnamespace in ('%1$s'::regnamespace, 'platform'::regnamespace) and atttypid = 'timestamp'::regtype
                union all
                select c.oid::regclass::text from pg_class c
                where c.relnamespace in ('%1$s'::regnamespace, 'platform'::regnamespace) and c.relkind = 'r'
                  and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')""".formatted(acme.space().schema()));

        assertThat(wrong).isEmpty();
    }

    private static String platformRole() throws SQLException {
        return PlatformSchema.roleName(catalogue("select current_database()").getFirst());
    }

    private static List<String> catalogue(String question) throws SQLException {
        try (Connection owner = TestDatabase.asOwner()) {
            return DSL.using(owner, SQLDialect.POSTGRES).fetch(question).getValues(0, String.class);
        }
    }
}
