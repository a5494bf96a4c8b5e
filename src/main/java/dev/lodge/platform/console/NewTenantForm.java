package dev.lodge.platform.console;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;
import dev.lodge.tenancy.HostName;
import dev.lodge.tenancy.NewTenant;
import dev.lodge.tenancy.TenantSlug;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operator fills in for a new tenant. @param domain empty for the default, the slug below the platform's own host */
public record NewTenantForm(String slug, String name, String domain, String email) {

    public NewTenantForm(
            @Nullable String slug, @Nullable String name, @Nullable String domain, @Nullable String email) {
        this.slug = text(slug);
        this.name = text(name);
        this.domain = text(domain);
        this.email = text(email);
    }

    static NewTenantForm empty() {
        return new NewTenantForm("", "", "", "");
    }

    /** What is wrong, in the order of the form. */
    FieldErrors findings() {
        FieldErrors errors = check("name", () -> new NewTenant(TenantSlug.of("name"), name, List.of()))
                .and(check("slug", () -> TenantSlug.of(slug)))
                .and(domain.isEmpty() ? FieldErrors.none() : check("domain", () -> HostName.of(domain)));
        return EmailAddress.of(email).isPresent() ? errors : errors.and("email", "platform.not_an_address", email);
    }

    NewTenant wish() {
        return new NewTenant(TenantSlug.of(slug), name, domain.isEmpty() ? List.of() : List.of(HostName.of(domain)));
    }

    /** Values check themselves and say what is wrong in a sentence. */
    private static FieldErrors check(String field, Runnable value) {
        try {
            value.run();
            return FieldErrors.none();
        } catch (IllegalArgumentException refused) {
            return FieldErrors.none().and(field, Message.asIs(String.valueOf(refused.getMessage())));
        }
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}
