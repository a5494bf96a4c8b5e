package dev.lodge.accounts;

import dev.lodge.accounts.AccountLinks.Bearer;
import dev.lodge.accounts.AccountLinks.Purpose;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Html;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What invitations and reset links lead to. */
@Controller
class WelcomePages {

    private final Welcome welcome;
    private final Entrance entrance;

    WelcomePages(Welcome welcome, Entrance entrance) {
        this.welcome = welcome;
        this.entrance = entrance;
    }

    record ChoiceForm(@Nullable String name, @Nullable String password) {}

    @GetMapping("/invitation/{token}")
    @Anyone(because = "who is invited cannot sign in yet")
    Html invitation(@PathVariable String token) {
        return form(token, Purpose.INVITATION);
    }

    @PostMapping("/invitation/{token}")
    @Anyone(because = "who is invited cannot sign in yet")
    Html accept(
            @PathVariable String token,
            @ModelAttribute ChoiceForm form,
            HttpServletRequest request,
            HttpServletResponse response) {
        return use(token, Purpose.INVITATION, form, request, response);
    }

    @GetMapping("/password/{token}")
    @Anyone(because = "who forgot the password cannot sign in")
    Html reset(@PathVariable String token) {
        return form(token, Purpose.PASSWORD_RESET);
    }

    @PostMapping("/password/{token}")
    @Anyone(because = "who forgot the password cannot sign in")
    Html choose(
            @PathVariable String token,
            @ModelAttribute ChoiceForm form,
            HttpServletRequest request,
            HttpServletResponse response) {
        return use(token, Purpose.PASSWORD_RESET, form, request, response);
    }

    private Html form(String token, Purpose purpose) {
        return bearer(token, purpose)
                .map(bearer -> page(purpose, bearer, bearer.name(), FieldErrors.none()))
                .orElseGet(WelcomePages::gone);
    }

    private Html use(
            String token, Purpose purpose, ChoiceForm form, HttpServletRequest request, HttpServletResponse response) {
        Optional<Bearer> bearer = bearer(token, purpose);
        if (bearer.isEmpty()) {
            return gone();
        }
        String name = purpose == Purpose.INVITATION ? form.name() : null;
        try {
            long agentId = welcome.use(token, purpose, name, Objects.requireNonNullElse(form.password(), ""));
            entrance.enter(agentId, request, response);
            return Html.redirect("/tickets")
                    .toast("accounts.welcome." + (purpose == Purpose.INVITATION ? "in" : "changed"));
        } catch (Invalid invalid) {
            String shown = name == null ? bearer.get().name() : name;
            return page(purpose, bearer.get(), shown, invalid.errors()).invalid();
        } catch (NotFound somebodyWasFaster) {
            return gone();
        }
    }

    private Optional<Bearer> bearer(String token, Purpose purpose) {
        return Tenants.bound().flatMap(tenant -> welcome.bearer(token, purpose));
    }

    private static Html page(Purpose purpose, Bearer bearer, String name, FieldErrors errors) {
        return Html.page(
                "accounts/welcome", new WelcomeModel(purpose == Purpose.INVITATION, bearer.email(), name, errors));
    }

    private static Html gone() {
        return Html.page("accounts/link-gone").status(404);
    }
}
