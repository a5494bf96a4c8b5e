package dev.lodge.web;

import dev.lodge.tenancy.BrandPicture;
import dev.lodge.tenancy.Brands;
import dev.lodge.tenancy.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A brand that is tried on the page that answers a request: whoever sent it sees it, nobody else does, and nothing of it is kept. The
 * page may stand in a frame of the same host.
 *
 * @param tenant the one in force, with the brand that is tried
 * @param pictures that came with it; those that are kept already have addresses
 */
public record Draft(Tenant tenant, Theme theme, Map<BrandPicture, Brands.Logo> pictures) {

    private static final String TRIED = Draft.class.getName();
    private static final Pattern ACCENT = Pattern.compile("[0-9a-f]{6}");

    public Draft {
        pictures = Map.copyOf(pictures);
    }

    /** Whether it is six hexadecimal digits. */
    public static boolean isAccent(String written) {
        return ACCENT.matcher(written).matches();
    }

    /** From now on the request is answered with this brand. */
    public void tryOn(HttpServletRequest request) {
        Framing.allow(request);
        request.setAttribute(TRIED, this);
    }

    static @Nullable Draft of(HttpServletRequest request) {
        return request.getAttribute(TRIED) instanceof Draft tried ? tried : null;
    }

    /** The site of the drafted tenant, with its pictures as addresses that hold them. */
    Site over(Site site) {
        return new Site(
                site.name(),
                site.accent(),
                address(BrandPicture.LOGO, site.logo()),
                address(BrandPicture.LOGO_DARK, site.darkLogo()),
                address(BrandPicture.FAVICON, site.icon()),
                address(BrandPicture.HERO, site.hero()),
                site.version(),
                site.supportAddress(),
                site.languages(),
                site.zone(),
                site.platform());
    }

    private @Nullable String address(BrandPicture kind, @Nullable String kept) {
        Brands.Logo picture = pictures.get(kind);
        return picture == null
                ? kept
                : "data:%s;base64,%s"
                        .formatted(picture.mediaType(), Base64.getEncoder().encodeToString(picture.bytes()));
    }

    String themeAddress() {
        return "/theme.css?draft=" + tenant.branding().accent().substring(1);
    }
}
