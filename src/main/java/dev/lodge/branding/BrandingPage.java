package dev.lodge.branding;

import dev.lodge.problem.FieldErrors;
import dev.lodge.tenancy.BrandPicture;
import dev.lodge.tenancy.Brands;
import dev.lodge.tenancy.HomeBlock;
import dev.lodge.tenancy.Tenant;
import dev.lodge.web.Choice;
import dev.lodge.web.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * The page about a desk's looks.
 *
 * @param tenant as it is now
 * @param form as it is being edited
 * @param state what became of it so far
 */
public record BrandingPage(Tenant tenant, BrandingForm form, FieldErrors errors, State state) {

    /** Whether the form is as it was stored, was only looked at, or met a change by somebody else. */
    public enum State {
        STORED,
        PREVIEWED,
        STALE
    }

    public boolean isStale() {
        return state == State.STALE;
    }

    public boolean isPreviewed() {
        return state == State.PREVIEWED;
    }

    /** The colour that the preview shows. */
    public String colour() {
        return form.colour(tenant.branding());
    }

    /** The colour without its sign, for addresses. */
    public String hex() {
        return colour().substring(1);
    }

    public Legibility legibility() {
        return new Legibility(colour());
    }

    /** How well something is read, to one place and never rounded up: 4.49 does not pass for 4.5. */
    public static double ratio(double contrast) {
        return Math.floor(contrast * 10) / 10;
    }

    /** Where a picture of the desk's own is; empty for none. */
    public String address(BrandPicture picture) {
        if (!tenant.branding().has(picture)) {
            return "";
        }
        String version = "v=%d-%d".formatted(tenant.id(), tenant.branding().version());
        return switch (picture) {
            case LOGO -> "/logo?" + version;
            case LOGO_DARK -> "/logo?dark&" + version;
            case FAVICON -> "/favicon.ico?" + version;
            case HERO -> "/hero?" + version;
        };
    }

    /** How many bytes a picture has at most. */
    public static int largest(BrandPicture picture) {
        return picture == BrandPicture.HERO ? Brands.LARGEST_HERO : Brands.LARGEST_LOGO;
    }

    /** What a place of the first page can hold; only while a page is rendered. */
    public List<Choice> choices() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", Text.text("branding.block.none")));
        for (HomeBlock block : HomeBlock.values()) {
            choices.add(new Choice(block.word(), Text.text("branding.block." + block.word())));
        }
        return choices;
    }
}
