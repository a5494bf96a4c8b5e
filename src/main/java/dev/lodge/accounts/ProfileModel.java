package dev.lodge.accounts;

import dev.lodge.problem.FieldErrors;
import dev.lodge.web.Choice;
import dev.lodge.web.Language;
import dev.lodge.web.Text;
import dev.lodge.web.Theme;
import dev.lodge.web.Zones;
import java.util.List;
import java.util.stream.Stream;

/** @param zone empty for the desk's own */
public record ProfileModel(
        String email,
        Role role,
        String name,
        Language language,
        String zone,
        Theme theme,
        boolean shortcuts,
        List<SessionRow> sessions,
        FieldErrors errors) {

    /** All places that have a time zone. */
    public List<Choice> zones() {
        return Zones.orNone(Text.text("accounts.profile.zone_of_desk"));
    }

    public List<Choice> themes() {
        return Stream.of(Theme.values())
                .map(choice -> new Choice(choice.word(), Text.text("accounts.theme." + choice.word())))
                .toList();
    }
}
