package dev.lodge.branding;

import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.branding.BrandingPage.State;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tenancy.BrandPicture;
import dev.lodge.tenancy.Brands;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Draft;
import dev.lodge.web.Html;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
        var errors = form.check(now);
        var pictures = new EnumMap<BrandPicture, Optional<Brands.Logo>>(BrandPicture.class);
        form.removed().forEach(kind -> pictures.put(kind, Optional.empty()));
        for (Map.Entry<BrandPicture, byte[]> file : uploaded(files).entrySet()) {
            try {
                pictures.put(file.getKey(), Optional.of(PictureFile.of(file.getKey(), file.getValue())));
            } catch (Invalid unfit) {
                errors = errors.and(unfit.errors());
            }
        }
        if (!errors.isEmpty()) {
            return page(form, errors, State.PREVIEWED).invalid();
        }
        try {
            brands.change(form.wish(now).with(pictures), form.version());
        } catch (StaleVersion stale) {
            return page(form.onVersion(now.version()), FieldErrors.none(), State.STALE)
                    .status(stale.status());
        }
        return Html.redirect("/settings/branding").toast("branding.saved");
    }

    /** How it will look; nothing is kept. Without a script the whole page comes back with what was written. */
    @PostMapping("/preview")
    Html preview(@RequestParam MultiValueMap<String, String> sent) {
        var form = BrandingForm.read(sent);
        return page(form, form.check(Tenants.current().branding()), State.PREVIEWED)
                .part("preview", "branding/preview-swap");
    }

    /** The one rule that gives the preview its colour: pages may not carry styles of their own. */
    @GetMapping("/preview.css")
    ResponseEntity<String> previewStyle(@RequestParam(name = "accent", required = false) @Nullable String picked) {
        var accent = picked == null ? Tenants.current().branding().accent().substring(1) : picked;
        if (!Draft.isAccent(accent)) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/css;charset=utf-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(".l-preview{--tenant-accent:#" + accent + "}");
    }

    private static Map<BrandPicture, byte[]> uploaded(@Nullable MultiValueMap<String, MultipartFile> files)
            throws IOException {
        var uploaded = new EnumMap<BrandPicture, byte[]>(BrandPicture.class);
        for (BrandPicture kind : BrandPicture.values()) {
            MultipartFile file = files == null ? null : files.getFirst(kind.word());
            if (file != null && !file.isEmpty()) {
                uploaded.put(kind, file.getBytes());
            }
        }
        return uploaded;
    }

    private static Html page(BrandingForm form, FieldErrors errors, State state) {
        return Html.page("branding/page", new BrandingPage(Tenants.current(), form, errors, state));
    }
}
