package dev.lodge.branding;

import dev.lodge.problem.FieldErrors;
import dev.lodge.web.Choice;
import dev.lodge.web.Zones;
import java.util.List;

/** The page about a desk's languages. @param stale whether somebody else changed them meanwhile */
public record LanguagesPage(LanguagesForm form, FieldErrors errors, boolean stale) {

    /** All places that have a time zone, and the one in force whatever it is. */
    public List<Choice> zones() {
        return Zones.with(form.zoneText());
    }
}
