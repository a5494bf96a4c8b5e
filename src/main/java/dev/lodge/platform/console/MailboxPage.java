package dev.lodge.platform.console;

import dev.lodge.email.KeptMails;
import dev.lodge.tenancy.Tenant;
import java.util.List;

/** The mails that a tenant keeps. */
public record MailboxPage(Tenant tenant, List<KeptMails.Row> mails) {}
