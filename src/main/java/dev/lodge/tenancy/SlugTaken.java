package dev.lodge.tenancy;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.Message;

/** Another tenant has this slug. */
public final class SlugTaken extends Conflict {

    private static final long serialVersionUID = 1;

    SlugTaken(TenantSlug slug) {
        super(Message.of("tenancy.slug_taken", slug.value()));
    }
}
