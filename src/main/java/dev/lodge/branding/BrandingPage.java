package dev.lodge.branding;

import dev.lodge.problem.FieldErrors;
import dev.lodge.tenancy.Tenant;

/**
 * The page about a desk's looks.
 *
 * @param tenant as it is now
 * @param form as it is being edited
 * @param stale whether somebody else changed the brand meanwhile
 */
public record BrandingPage(Tenant tenant, BrandingForm form, FieldErrors errors, boolean stale) {

    /** The colour that the preview shows. */
    public String colour() {
        return form.colour(tenant.branding());
    }

    /** The colour without its sign, for addresses. */
    public String hex() {
        return colour().substring(1);
    }
}
