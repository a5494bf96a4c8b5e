package dev.lodge.branding;

import dev.lodge.problem.FieldErrors;
import dev.lodge.web.Choice;
import java.time.ZoneId;
import java.util.List;

/** The page about a desk's languages. @param stale whether somebody else changed them meanwhile */
public record LanguagesPage(LanguagesForm form, FieldErrors errors, boolean stale) {

    private static final String PLACES = "(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC";

    /** All places that have a time zone, and the one in force whatever it is. */
    public List<Choice> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.matches(PLACES) || id.equals(form.zoneText()))
                .sorted()
                .map(id -> new Choice(id, id.replace('_', ' ')))
                .toList();
    }
}
