package dev.lodge.branding;

import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.branding.BrandingPage.State;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tenancy.BrandPicture;
import dev.lodge.tenancy.Brands;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Html;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The desk's name, pictures, colour, addresses and words. */
@Controller
@RequestMapping("/settings/branding")
@Requires(Permission.BRANDING_MANAGE)
class BrandingController {

    private final Brands brands;

    BrandingController(Brands brands) {
        this.brands = brands;
    }

    @GetMapping
    Html show() {
        return page(BrandingForm.of(Tenants.current()), FieldErrors.none(), State.STORED);
    }

    @PostMapping
    Html save(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultiValueMap<String, MultipartFile> files)
            throws IOException {
        var now = Tenants.current().branding();
        var form = BrandingForm.read(sent);
        var brought = BroughtPictures.of(files);
        var errors = form.check(now).and(brought.errors());
        if (!errors.isEmpty()) {
            return page(form, errors, State.PREVIEWED).invalid();
        }
        var pictures = new EnumMap<BrandPicture, Optional<Brands.Logo>>(BrandPicture.class);
        form.removed().forEach(kind -> pictures.put(kind, Optional.empty()));
        brought.fit().forEach((kind, picture) -> pictures.put(kind, Optional.of(picture)));
        try {
            brands.change(form.wish(now).with(pictures), form.version());
        } catch (StaleVersion stale) {
            return page(form.onVersion(now.version()), FieldErrors.none(), State.STALE)
                    .status(stale.status());
        }
        return Html.redirect("/settings/branding").toast("branding.saved");
    }

    static Html page(BrandingForm form, FieldErrors errors, State state) {
        return Html.page("branding/page", new BrandingPage(Tenants.current(), form, errors, state));
    }
}
