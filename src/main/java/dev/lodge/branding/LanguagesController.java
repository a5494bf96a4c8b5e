package dev.lodge.branding;

import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tenancy.Locales;
import dev.lodge.tenancy.TenantLocales;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** In which languages and at which clock the desk meets people who have not said. */
@Controller
@RequestMapping("/settings/languages")
@Requires(Permission.BRANDING_MANAGE)
class LanguagesController {

    private final TenantLocales locales;

    LanguagesController(TenantLocales locales) {
        this.locales = locales;
    }

    @GetMapping
    Html show() {
        return page(LanguagesForm.of(now()), FieldErrors.none(), false);
    }

    @PostMapping
    Html save(LanguagesForm form) {
        var errors = form.check();
        if (!errors.isEmpty()) {
            return page(form, errors, false).invalid();
        }
        try {
            StaleVersion.unless(form.isMadeOn(now()));
            locales.change(form.locales(), now());
        } catch (StaleVersion stale) {
            return page(LanguagesForm.of(now()), FieldErrors.none(), true).status(stale.status());
        }
        return Html.redirect("/settings/languages").toast("languages.saved");
    }

    private static Locales now() {
        return Tenants.current().locales();
    }

    private static Html page(LanguagesForm form, FieldErrors errors, boolean stale) {
        return Html.page("branding/languages", new LanguagesPage(form, errors, stale));
    }
}
