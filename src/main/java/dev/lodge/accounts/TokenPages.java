package dev.lodge.accounts;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.NotFound;
import dev.lodge.web.Html;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /settings/tokens}: one's own API tokens. */
@Controller
@Requires(Permission.SELF)
class TokenPages {

    private final ApiTokens tokens;
    private final SignInSettings settings;

    TokenPages(ApiTokens tokens, SignInSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    record TokenForm(
            @Nullable String name,
            @Nullable List<TokenScope> scopes,
            @Nullable Integer days) {

        FieldErrors findings(Duration longest) {
            var errors = FieldErrors.none();
            String called = Objects.requireNonNullElse(name, "").strip();
            if (called.isEmpty()) {
                errors = errors.and("name", "web.invalid.empty");
            } else if (called.length() > 80) {
                errors = errors.and("name", "web.invalid.too_long", 80);
            }
            if (scopes == null || scopes.isEmpty()) {
                errors = errors.and("scopes", "accounts.token.no_scope");
            }
            if (days == null || days < 1 || days > longest.toDays()) {
                errors = errors.and("days", "web.invalid.range", 1, longest.toDays());
            }
            return errors;
        }
    }

    @GetMapping("/settings/tokens")
    Html list(Caller caller) {
        return Html.page(
                "accounts/tokens",
                new TokensModel(tokens.of(caller.agentId()), "", List.of(TokenScope.READ), 30, FieldErrors.none()));
    }

    @PostMapping("/settings/tokens")
    Html create(@ModelAttribute TokenForm form, Caller caller) {
        var errors = form.findings(settings.apiTokenLongest());
        String name = Objects.requireNonNullElse(form.name(), "").strip();
        List<TokenScope> scopes = Objects.requireNonNullElse(form.scopes(), List.of());
        int days = Objects.requireNonNullElse(form.days(), 30);
        if (!errors.isEmpty()) {
            return Html.page(
                            "accounts/tokens", new TokensModel(tokens.of(caller.agentId()), name, scopes, days, errors))
                    .invalid();
        }
        var issued = tokens.issue(caller.agentId(), name, scopes, Duration.ofDays(days));
        return Html.page(
                "accounts/token-created", new CreatedToken(name, issued.secret().text()));
    }

    @PostMapping("/settings/tokens/{id}/revoke")
    Html revoke(@PathVariable long id, Caller caller) {
        if (!tokens.revoke(caller.agentId(), id)) {
            throw new NotFound();
        }
        return Html.redirect("/settings/tokens").toast("accounts.token.revoked");
    }
}
