package dev.lodge.platform.signin;

import dev.lodge.accounts.Passwords;
import dev.lodge.accounts.Secret;
import dev.lodge.platform.Operator;
import dev.lodge.platform.OperatorRoute;
import dev.lodge.platform.Operators;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.NotFound;
import dev.lodge.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an operator who was sent a link chooses a password. */
@Controller
@OperatorRoute(open = true)
class OperatorInvitationController {

    private final Operators operators;

    OperatorInvitationController(Operators operators) {
        this.operators = operators;
    }

    @GetMapping("/operator/invitation/{token}")
    Html page(@PathVariable String token) {
        return show(holder(token), token, FieldErrors.none());
    }

    @PostMapping("/operator/invitation/{token}")
    Html choose(@PathVariable String token, @RequestParam(defaultValue = "") String password) {
        Operator holder = holder(token);
        try {
            operators.choosePassword(secret(token), password);
            return Html.redirect("/operator/signin").toast("platform.invitation.done");
        } catch (Invalid refused) {
            return show(holder, token, refused.errors()).invalid();
        }
    }

    private Operator holder(String token) {
        return operators.byLink(secret(token)).orElseThrow(NotFound::new);
    }

    private static Secret secret(String token) {
        return Secret.of(token).orElseThrow(NotFound::new);
    }

    private static Html show(Operator holder, String token, FieldErrors errors) {
        return Html.page("operator/invitation", new InvitationPage(holder.email(), token, Passwords.SHORTEST, errors));
    }
}
