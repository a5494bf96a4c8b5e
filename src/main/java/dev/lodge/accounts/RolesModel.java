package dev.lodge.accounts;

import dev.lodge.web.Choice;
import dev.lodge.web.Text;
import java.util.List;
import java.util.stream.Stream;

public record RolesModel(List<RoleRow> roles) {

    public List<Choice> scopes() {
        return Stream.of(TicketScope.values())
                .map(scope -> new Choice(scope.code(), Text.text("accounts.scope." + scope.code())))
                .toList();
    }
}
