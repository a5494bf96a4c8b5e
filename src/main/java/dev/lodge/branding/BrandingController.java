package dev.lodge.branding;

import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tenancy.Brands;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Html;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The desk's name, logo, colour and support address. */
@Controller
@RequestMapping("/settings/branding")
@Requires(Permission.BRANDING_MANAGE)
class BrandingController {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{6}");

    private final Brands brands;

    BrandingController(Brands brands) {
        this.brands = brands;
    }

    @GetMapping
    Html show() {
        return page(BrandingForm.of(Tenants.current()), FieldErrors.none(), false);
    }

    @PostMapping
    Html save(BrandingForm form, @RequestParam(required = false) @Nullable MultipartFile logo) throws IOException {
        var now = Tenants.current().branding();
        var errors = form.check(now);
        Brands.Logo picture = null;
        if (logo != null && !logo.isEmpty()) {
            try {
                picture = LogoFile.of(logo.getBytes());
            } catch (Invalid unfit) {
                errors = errors.and(unfit.errors());
            }
        }
        if (!errors.isEmpty()) {
            return page(form, errors, false).invalid();
        }
        try {
            brands.change(form.cleanName(), form.colour(now), form.address(), form.seenVersion());
        } catch (StaleVersion stale) {
            return page(form.onVersion(now.version()), FieldErrors.none(), true).status(stale.status());
        }
        if (picture != null || form.removesLogo()) {
            brands.changeLogo(picture);
        }
        return Html.redirect("/settings/branding").toast("branding.saved");
    }

    private static Html page(BrandingForm form, FieldErrors errors, boolean stale) {
        return Html.page("branding/page", new BrandingPage(Tenants.current(), form, errors, stale));
    }

    /** How it will look; nothing is kept. */
    @GetMapping("/preview")
    Html preview(BrandingForm form) {
        return Html.fragment("branding/preview", new BrandingPage(Tenants.current(), form, FieldErrors.none(), false));
    }

    /** The one rule that gives the preview its colour: pages may not carry styles of their own. */
    @GetMapping("/preview.css")
    ResponseEntity<String> previewStyle(@RequestParam(name = "accent", required = false) @Nullable String picked) {
        var accent = picked == null ? Tenants.current().branding().accent().substring(1) : picked;
        if (!HEX.matcher(accent).matches()) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/css;charset=utf-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(".l-preview{--tenant-accent:#" + accent + "}");
    }
}
