package dev.lodge.branding;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.problem.FieldErrors;
import dev.lodge.tenancy.Branding;
import dev.lodge.tenancy.Tenant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The brand as it is being edited.
 *
 * @param accent what the picker says
 * @param accentText what is written beside it; if it was changed it counts, so that the two work without a script
 * @param removeLogo go back to having none
 * @param version of the brand that was on the page
 */
public record BrandingForm(
        @Nullable String name,
        @Nullable String accent,
        @BindParam("accent_text") @Nullable String accentText,
        @BindParam("support_address") @Nullable String supportAddress,
        @BindParam("remove_logo") @Nullable Boolean removeLogo,
        @Nullable Long version) {

    private static final int LONGEST_NAME = 120;
    private static final Pattern COLOUR = Pattern.compile("#?[0-9a-f]{6}");

    static BrandingForm of(Tenant tenant) {
        var branding = tenant.branding();
        return new BrandingForm(
                tenant.name(),
                branding.accent(),
                branding.accent(),
                branding.supportAddress(),
                false,
                branding.version());
    }

    BrandingForm onVersion(long current) {
        return new BrandingForm(name, accent, accentText, supportAddress, removeLogo, current);
    }

    FieldErrors check(Branding now) {
        var errors = FieldErrors.none();
        var written = cleanName();
        if (written.isEmpty()
                || written.length() > LONGEST_NAME
                || written.chars().anyMatch(Character::isISOControl)) {
            errors = errors.and("name", "branding.invalid.name", LONGEST_NAME);
        }
        if (!COLOUR.matcher(chosen(now)).matches()) {
            errors = errors.and("accent_text", "branding.invalid.accent");
        }
        if (!text(supportAddress).isBlank()
                && EmailAddress.of(text(supportAddress)).isEmpty()) {
            errors = errors.and("support_address", "branding.invalid.address");
        }
        return errors;
    }

    public String cleanName() {
        return text(name).strip();
    }

    /** The colour that is meant, {@code #rrggbb}; the present one while what is written is none. */
    public String colour(Branding now) {
        var chosen = chosen(now);
        if (!COLOUR.matcher(chosen).matches()) {
            return now.accent();
        }
        return chosen.startsWith("#") ? chosen : "#" + chosen;
    }

    private String chosen(Branding now) {
        var written = text(accentText).strip().toLowerCase(Locale.ROOT);
        var picked = text(accent).strip().toLowerCase(Locale.ROOT);
        return written.isEmpty() || written.equals(now.accent()) && !picked.isEmpty() ? picked : written;
    }

    @Nullable
    String address() {
        return EmailAddress.of(text(supportAddress)).map(EmailAddress::value).orElse(null);
    }

    boolean removesLogo() {
        return Boolean.TRUE.equals(removeLogo);
    }

    long seenVersion() {
        return version == null ? -1 : version;
    }

    public static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
