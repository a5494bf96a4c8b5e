package dev.lodge.portal.settings;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.customers.OrganizationNames;
import dev.lodge.customers.SharingOrganizations;
import dev.lodge.portal.PortalRules;
import dev.lodge.portal.PortalSettings;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.StaleVersion;
import dev.lodge.web.Html;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who may come in to the help center, and who sees whose requests. */
@Controller
@RequestMapping("/settings/portal")
@Requires(Permission.PORTAL_MANAGE)
class PortalSettingsController {

    private static final String HERE = "/settings/portal";

    private final PortalRules rules;
    private final SharingOrganizations sharing;
    private final OrganizationNames names;

    PortalSettingsController(PortalRules rules, SharingOrganizations sharing, OrganizationNames names) {
        this.rules = rules;
        this.sharing = sharing;
        this.names = names;
    }

    record SettingsForm(
            @Nullable Boolean signUp,
            @Nullable Boolean anonymousRequests,
            @Nullable Boolean joinsOrganization,
            @Nullable Long version) {

        PortalSettings wanted() {
            return new PortalSettings(
                    Boolean.TRUE.equals(signUp),
                    Boolean.TRUE.equals(anonymousRequests),
                    Boolean.TRUE.equals(joinsOrganization),
                    Objects.requireNonNullElse(version, 0L));
        }
    }

    @GetMapping
    Html show(Caller caller) {
        return page(caller, "", FieldErrors.none(), false);
    }

    @PostMapping
    Html change(Caller caller, @ModelAttribute SettingsForm form) {
        try {
            rules.change(caller, form.wanted());
            return Html.redirect(HERE).toast("portal.settings.saved");
        } catch (StaleVersion stale) {
            return page(caller, "", FieldErrors.none(), true).status(stale.status());
        }
    }

    @PostMapping("/organizations")
    Html share(Caller caller, @RequestParam(required = false) @Nullable String organization) {
        String written = Objects.requireNonNullElse(organization, "").strip();
        var named = names.named(written);
        if (named.isEmpty()) {
            return page(caller, written, FieldErrors.of("organization", "portal.settings.no_organization"), false)
                    .invalid();
        }
        sharing.change(caller, named.get().id(), true);
        return Html.redirect(HERE).toast("portal.settings.shared", named.get().name());
    }

    @PostMapping("/organizations/{id}/remove")
    Html unshare(Caller caller, @PathVariable long id) {
        sharing.change(caller, id, false);
        return Html.redirect(HERE).toast("portal.settings.unshared");
    }

    private Html page(Caller caller, String written, FieldErrors errors, boolean stale) {
        return Html.page(
                "portal/settings",
                new PortalSettingsPage(
                        rules.now(), sharing.all(caller), names.suggestions(caller), written, errors, stale));
    }
}
