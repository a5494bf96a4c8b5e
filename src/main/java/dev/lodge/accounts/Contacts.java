package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;

import dev.lodge.tenancy.TenantDatabase;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How agents of the tenant in force are written to. */
@Component
public class Contacts {

    private final TenantDatabase database;

    Contacts(TenantDatabase database) {
        this.database = database;
    }

    /** An agent's address, name and language. */
    public record Contact(EmailAddress address, String name, Locale language) {}

    /** Of an active agent; empty for anyone else. */
    public Optional<Contact> of(long agentId) {
        return database.sql()
                .select(AGENT.EMAIL, AGENT.NAME, AGENT.LOCALE)
                .from(AGENT)
                .where(AGENT.ID.eq(agentId), AGENT.ACTIVE.isTrue())
                .fetchOptional(row ->
                        new Contact(new EmailAddress(row.value1()), row.value2(), Locale.forLanguageTag(row.value3())));
    }
}
