package dev.lodge.accounts;

import dev.lodge.problem.FieldErrors;
import dev.lodge.web.Choice;
import dev.lodge.web.Text;
import java.util.List;
import java.util.stream.Stream;

public record TokensModel(List<TokenRow> tokens, String name, List<TokenScope> scopes, int days, FieldErrors errors) {

    public List<Choice> lifetimes() {
        return Stream.of(7, 30, 90, 365)
                .map(days -> new Choice(days.toString(), Text.text("accounts.token.days", days)))
                .toList();
    }

    public List<TokenScope> allScopes() {
        return Stream.of(TokenScope.values()).toList();
    }
}
