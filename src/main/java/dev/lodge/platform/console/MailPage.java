package dev.lodge.platform.console;

import dev.lodge.email.KeptMail;
import dev.lodge.tenancy.Tenant;

/** A mail that a tenant keeps. */
public record MailPage(Tenant tenant, KeptMail mail) {

    public String frame() {
        return "/operator/mailbox/%s/%d/html".formatted(tenant.slug(), mail.id());
    }
}
