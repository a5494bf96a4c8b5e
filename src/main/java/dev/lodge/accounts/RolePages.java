package dev.lodge.accounts;

import dev.lodge.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /settings/roles}: what each role may, and which tickets it sees. */
@Controller
@Requires(Permission.ROLE_MANAGE)
class RolePages {

    private final Roles roles;

    RolePages(Roles roles) {
        this.roles = roles;
    }

    @GetMapping("/settings/roles")
    Html list() {
        return Html.page("accounts/roles", new RolesModel(roles.all()));
    }

    @PostMapping("/settings/roles/{role}")
    Html setScope(@PathVariable Role role, @RequestParam TicketScope scope, Caller caller) {
        roles.setScope(role, scope, caller);
        return Html.redirect("/settings/roles").toast("accounts.role.saved");
    }
}
