package dev.lodge.sla.report;

import dev.lodge.web.CurrentPerson;
import dev.lodge.web.Person;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which days are meant, as whoever is signed in counts them: in UTC when nobody is. */
@Component
class ReportDays {

    private final ObjectProvider<CurrentPerson> current;
    private final InstantSource clock;

    ReportDays(ObjectProvider<CurrentPerson> current, InstantSource clock) {
        this.current = current;
        this.clock = clock;
    }

    ZoneId zone() {
        var known = current.getIfAvailable();
        Person person = known == null ? null : known.person();
        return person == null ? ZoneOffset.UTC : person.zone();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }
}
