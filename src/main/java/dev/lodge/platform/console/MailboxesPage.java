package dev.lodge.platform.console;

import dev.lodge.tenancy.Tenant;
import dev.lodge.web.Paging;
import java.util.List;

/** The tenants into whose mailboxes one can look. @param search what was looked for, or empty */
public record MailboxesPage(List<Tenant> tenants, Paging paging, String search) {}
