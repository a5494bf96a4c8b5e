package dev.lodge.branding;

import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.branding.BrandingPage.State;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.BrandPicture;
import dev.lodge.tenancy.Brands;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Draft;
import dev.lodge.web.Html;
import dev.lodge.web.StartPage;
import dev.lodge.web.Theme;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
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

/** How a brand will look before it is saved. What is sent here is shown to whoever sent it, and nothing of it is kept. */
@Controller
@RequestMapping("/settings/branding")
@Requires(Permission.BRANDING_MANAGE)
class BrandPreviewController {

    private final StartPage front;

    BrandPreviewController(StartPage front) {
        this.front = front;
    }

    /** The samples beside the form. Without a script the whole page comes back with what was written. */
    @PostMapping("/preview")
    Html preview(@RequestParam MultiValueMap<String, String> sent) {
        var form = BrandingForm.read(sent);
        return BrandingController.page(form, form.check(Tenants.current().branding()), State.PREVIEWED)
                .part("preview", "branding/preview-swap");
    }

    /** The help center's first page as it is, for the frame beside the form. */
    @GetMapping("/preview/page")
    Html page(HttpServletRequest request) {
        return page(Tenants.current(), Map.of(), request);
    }

    /** The same page with the brand as it is written; where that cannot be shown, as it is. */
    @PostMapping("/preview/page")
    Html page(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultiValueMap<String, MultipartFile> files,
            HttpServletRequest request)
            throws IOException {
        var brought = BroughtPictures.of(files).fit();
        return page(BrandingForm.read(sent).tried(Tenants.current(), brought.keySet()), brought, request);
    }

    private Html page(Tenant tried, Map<BrandPicture, Brands.Logo> pictures, HttpServletRequest request) {
        new Draft(tried, Theme.LIGHT, pictures).tryOn(request);
        return Tenants.in(tried, front::page);
    }

    /** The one rule that gives the samples their colour: pages may not carry styles of their own. */
    @GetMapping("/preview.css")
    ResponseEntity<String> style(@RequestParam(name = "accent", required = false) @Nullable String picked) {
        var accent = picked == null ? Tenants.current().branding().accent().substring(1) : picked;
        if (!Draft.isAccent(accent)) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/css;charset=utf-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(".l-preview{--tenant-accent:#" + accent + "}");
    }
}
