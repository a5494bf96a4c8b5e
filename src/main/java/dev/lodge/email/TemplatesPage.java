package dev.lodge.email;

import java.util.List;
import java.util.Set;

/** All templates. @param owned the kinds for which the tenant has words of its own */
public record TemplatesPage(List<MailKind> kinds, Set<String> owned) {}
