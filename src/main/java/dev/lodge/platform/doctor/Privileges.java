package dev.lodge.platform.doctor;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Record;

/** The two logins: the owner can make roles, and the application can do nothing until it takes a tenant's role. */
final class Privileges implements Examination {

    @Override
    public List<Finding> look(Patient patient) {
        var findings = new ArrayList<Finding>();
        findings.add(owner(patient));
        findings.addAll(application(patient));
        findings.addAll(inheritance(patient));
        return findings;
    }

    private static Finding owner(Patient patient) {
        Record role = role(patient, patient.ownerName());
        boolean superuser = role.get("rolsuper", Boolean.class);
        if (!superuser && !role.get("rolcreaterole", Boolean.class)) {
            return Finding.bad(
                    "Owner",
                    "The login %s may not create roles, and each tenant has one.".formatted(patient.ownerName()),
                    "As a superuser: alter role %s createrole;".formatted(patient.ownerName()));
        }
        if (!ask(patient, "select has_database_privilege(?, current_database(), 'CREATE')", patient.ownerName())) {
            return Finding.bad(
                    "Owner",
                    "The login %s may not create schemas in this database.".formatted(patient.ownerName()),
                    "As a superuser: grant create on database … to %s;".formatted(patient.ownerName()));
        }
        return superuser
                ? Finding.note(
                        "Owner",
                        "The login %s is a superuser, which is more than Lodge needs.".formatted(patient.ownerName()),
                        "Use a role with CREATEROLE that owns the database.")
                : Finding.good("Owner", "The login %s may create roles and schemas.".formatted(patient.ownerName()));
    }

    private static List<Finding> application(Patient patient) {
        String name = patient.applicationName();
        Record role = role(patient, name);
        var findings = new ArrayList<Finding>();
        if (role.get("rolsuper", Boolean.class) || role.get("rolbypassrls", Boolean.class)) {
            findings.add(Finding.bad(
                    "Application",
                    "The login %s is a superuser or bypasses row security: the wall between tenants is down."
                            .formatted(name),
                    "As a superuser: alter role %s nosuperuser nobypassrls;".formatted(name)));
        }
        if (role.get("rolcreaterole", Boolean.class) || role.get("rolcreatedb", Boolean.class)) {
            findings.add(Finding.bad(
                    "Application",
                    "The login %s may create roles or databases, and only the owner should.".formatted(name),
                    "As a superuser: alter role %s nocreaterole nocreatedb;".formatted(name)));
        }
        if (ask(patient, "select exists (select from pg_class where relowner = to_regrole(quote_ident(?)))", name)
                || ask(
                        patient,
                        "select exists (select from pg_namespace where nspowner = to_regrole(quote_ident(?)))",
                        name)) {
            findings.add(Finding.bad(
                    "Application",
                    "The login %s owns tables or schemas, so no role that it takes keeps it from them.".formatted(name),
                    "Give them to the owner: reassign owned by %s to %s;".formatted(name, patient.ownerName())));
        }
        if (ask(patient, "select has_schema_privilege(?, 'public', 'CREATE')", name)) {
            findings.add(Finding.bad(
                    "Application",
                    "The login %s may create tables in the schema public.".formatted(name),
                    "As the database's owner: revoke create on schema public from public;"));
        }
        if (findings.isEmpty()) {
            findings.add(
                    Finding.good("Application", "The login %s owns nothing and may create nothing.".formatted(name)));
        }
        return findings;
    }

    private static List<Finding> inheritance(Patient patient) {
        String name = patient.applicationName();
        boolean perGrant = patient.owner()
                        .fetchSingle("select current_setting('server_version_num')::int")
                        .into(Integer.class)
                >= 160_000;
        if (!perGrant) {
            return role(patient, name).get("rolinherit", Boolean.class)
                    ? List.of(inherits(name, "As a superuser: alter role %s noinherit;".formatted(name)))
                    : List.of(
                            Finding.good("Roles", "The login %s holds no tenant's rights by itself.".formatted(name)));
        }
        Record grants = patient.owner().fetchSingle("""
                        select count(*) filter (where inherit_option) as inherited,
                               count(*) filter (where not set_option) as stuck
                        from pg_auth_members where member = to_regrole(quote_ident(?))""", name);
        var findings = new ArrayList<Finding>();
        if (grants.get("inherited", Integer.class) > 0) {
            findings.add(
                    inherits(name, "For each role it inherits: grant ROLE to %s with inherit false;".formatted(name)));
        }
        if (grants.get("stuck", Integer.class) > 0) {
            findings.add(Finding.bad(
                    "Roles",
                    "The login %s may not take some of the tenants' roles.".formatted(name),
                    "For each of them: grant ROLE to %s with set true;".formatted(name)));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.good(
                    "Roles", "The login %s can take tenants' roles and holds none by itself.".formatted(name)));
        }
        return findings;
    }

    private static Finding inherits(String name, String remedy) {
        return Finding.bad(
                "Roles",
                "The login %s inherits tenants' rights: code that forgot to name a tenant would read them all."
                        .formatted(name),
                remedy);
    }

    private static Record role(Patient patient, String name) {
        return patient.owner()
                .fetchSingle(
                        "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit from pg_roles where rolname = ?",
                        name);
    }

    private static boolean ask(Patient patient, String question, String name) {
        return patient.owner().fetchSingle(question, name).into(Boolean.class);
    }
}
