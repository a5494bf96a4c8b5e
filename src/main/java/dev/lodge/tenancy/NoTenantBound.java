package dev.lodge.tenancy;

/** Code asked for the tenant in force where none is. There is no default: this is a mistake of the caller. */
public final class NoTenantBound extends IllegalStateException {

    NoTenantBound() {
        super("No tenant is bound.");
    }
}
