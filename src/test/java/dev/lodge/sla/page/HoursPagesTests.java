package dev.lodge.sla.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.Role;
import dev.lodge.sla.CalendarDetails;
import dev.lodge.sla.CalendarDetails.Holiday;
import dev.lodge.sla.Calendars;
import dev.lodge.sla.Promises;
import dev.lodge.tenancy.Tenants;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LodgeTest
class HoursPagesTests {

    private static final String EPIPHANY = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//days.example//EN
            BEGIN:VEVENT
            UID:epiphany@days.example
            DTSTAMP:20260101T000000Z
            DTSTART;VALUE=DATE:%s0106
            SUMMARY:Epiphany
            END:VEVENT
            END:VCALENDAR
            """.replace("\n", "\r\n");

    private static int desks;

    @Autowired
    MockMvcTester http;

    @Autowired
    Cast cast;

    @Autowired
    Calendars calendars;

    @Autowired
    Promises promises;

    @Autowired
    TurnedClock clock;

    private Admin mia;
    private Admin nadia;
    private long office;
    private String address;

    @BeforeEach
    void ownersOfBothDesks() {
        String street = "hours-pages-" + desks++;
        var acme = cast.deskOfAcme(cast.tenant(street + "-acme", "Acme"));
        var globex = cast.deskOfGlobex(cast.tenant(street + "-globex", "Globex"));
        mia = new Admin(http, acme, Role.OWNER);
        nadia = new Admin(http, globex, Role.OWNER);
        office = acme.promise().calendar();
        address = "/settings/hours/" + office;
    }

    @Test
    void theListTellsWhoCountsInACalendarAndThatItIsTheDefault() {
        assertThat(mia.get("/settings/hours"))
                .hasStatusOk()
                .bodyText()
                .contains("Acme office", "Default", "Europe/Berlin", "35 h", "Acme gold")
                .doesNotContain("Globex");
    }

    @Test
    void aCalendarShowsItsWeekAsAPictureInWordsAndToBeWritten() {
        assertThat(mia.get(address))
                .hasStatusOk()
                .bodyText()
                .contains("Monday: 09:00–12:00, 13:00–17:00.", "Sunday: Closed.")
                .contains("name=\"hours.monday\" value=\"09:00–12:00, 13:00–17:00\"", "Christmas", "Every year");
    }

    @Test
    void hoursAreReadAsPeopleWriteThem() {
        assertThat(mia.send(
                        address,
                        "name",
                        "Acme office",
                        "version",
                        "1",
                        "is_default",
                        "true",
                        "time_zone",
                        "Europe/Lisbon",
                        "hours.monday",
                        "9-12, 13.30 to 17:30; 22:00–24:00",
                        "hours.tuesday",
                        "",
                        "remove",
                        "2026-12-25* Christmas",
                        "holiday.0.date",
                        "2027-05-01",
                        "holiday.0.name",
                        "May Day",
                        "holiday.0.every_year",
                        "true"))
                .hasStatus(303);

        var saved = calendar(office);
        assertThat(saved.hours().get("monday"))
                .containsExactly(List.of("09:00", "12:00"), List.of("13:30", "17:30"), List.of("22:00", "24:00"));
        assertThat(saved.hours().get("tuesday")).isEmpty();
        assertThat(saved.holidays()).containsExactly(new Holiday(LocalDate.parse("2027-05-01"), "May Day", true));
        assertThat(saved.timeZone()).isEqualTo("Europe/Lisbon");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        assertThat(mia.send(
                        "/settings/hours",
                        "name",
                        "Workshop",
                        "time_zone",
                        "Europe/Atlantis",
                        "hours.monday",
                        "09:00–12:00, 11:00–17:00",
                        "hours.tuesday",
                        "mornings",
                        "hours.friday",
                        "22:00–06:00",
                        "holiday.0.date",
                        "2027-02-30",
                        "holiday.0.name",
                        "No day"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"time_zone-error\"", "id=\"hours.monday-error\"", "id=\"hours.tuesday-error\"")
                .contains("id=\"hours.friday-error\"", "id=\"holiday.0.date-error\"")
                .contains("value=\"mornings\"", "value=\"22:00–06:00\"", "value=\"No day\"")
                .containsOnlyOnce("autofocus");
    }

    @Test
    void theWeekIsDrawnAgainWhileOneTypes() {
        assertThat(mia.swap(
                        "week", "/settings/hours/week", "time_zone", "Europe/Berlin", "hours.monday", "07:00–09:30, x"))
                .hasStatusOk()
                .bodyText()
                .contains("Monday: 07:00–09:30.", "2 h 30 m a week.")
                .doesNotContain("<html");
    }

    @Test
    void anEditThatCrossesAnotherSaysSoAndKeepsWhatWasTyped() {
        assertThat(mia.send(address, form("Mine first"))).hasStatus(303);
        assertThat(mia.send(address, form("Mine too")))
                .hasStatus(412)
                .bodyText()
                .contains("Somebody else changed these hours", "value=\"Mine too\"", "value=\"2\"");
        assertThat(calendar(office).name()).isEqualTo("Mine first");
    }

    @Test
    void holidaysOfAFileAreAddedOnce() {
        int nextYear = clock.instant().atZone(ZoneOffset.UTC).getYear() + 1;
        String file = EPIPHANY.formatted(nextYear);

        assertThat(mia.upload(address + "/import", "1", file)).hasStatus(303);
        assertThat(calendar(office).holidays()).contains(new Holiday(LocalDate.of(nextYear, 1, 6), "Epiphany", false));
        assertThat(mia.upload(address + "/import", "2", file)).hasStatus(303);
        assertThat(calendar(office).holidays()).hasSize(2);
        assertThat(mia.upload(address + "/import", "2", "BEGIN:VCALENDAR"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"file-error\"");
        assertThat(mia.send(address + "/import", "version", "2")).hasStatus(422);
    }

    @Test
    void theDryRunSaysWhatOtherHoursWouldDoAndSavesNothing() {
        assertThat(mia.swap("saving", address + "/preview", form("Mondays only")))
                .hasStatusOk()
                .bodyText()
                .contains("One of 1 open tickets changes.", "One is due later.")
                .doesNotContain("<html");
        assertThat(mia.send(address + "/preview", form("Mondays only")))
                .hasStatusOk()
                .bodyText()
                .contains("<!doctype html>", "One of 1 open tickets changes.", "value=\"Mondays only\"");
        assertThat(mia.send(address + "/preview", form(" ")))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"name-error\"");
        assertThat(calendar(office).version()).isEqualTo(1);
    }

    @Test
    void aCalendarInUseStaysAndSaysWhoUsesIt() {
        assertThat(mia.send(address + "/delete", "version", "1"))
                .hasStatus(409)
                .bodyText()
                .contains("The calendar Acme office is in use", "Acme gold");

        long spare = Tenants.in(mia.desk().tenant(), () -> promises.office("Spare", "Asia/Tokyo"));
        assertThat(mia.send("/settings/hours/" + spare + "/delete", "version", "1"))
                .hasStatus(303);
        assertThat(mia.get("/settings/hours")).bodyText().doesNotContain("Spare");
    }

    @Test
    void whoDoesNotManageServiceLevelsIsNotLetIn() {
        var priya = new Admin(http, mia.desk(), Role.AGENT);

        assertThat(priya.get("/settings/hours")).hasStatus(403);
        assertThat(priya.get(address)).hasStatus(403);
        assertThat(priya.send(address, form("Hers"))).hasStatus(403);
        assertThat(priya.send(address + "/preview", form("Hers"))).hasStatus(403);
        assertThat(priya.send("/settings/hours/week")).hasStatus(403);
    }

    @Test
    void theHoursOfTheDeskNextDoorAreNothingHere() {
        Tenants.run(nadia.desk().tenant(), () -> promises.office("Night shift", "Asia/Tokyo"));
        long theirs = Tenants.in(nadia.desk().tenant(), () -> promises.office("Day shift", "Asia/Tokyo"));

        assertThat(nadia.get("/settings/hours/" + theirs)).hasStatusOk();
        assertThat(mia.get("/settings/hours/" + theirs)).hasStatus(404);
        assertThat(mia.send("/settings/hours/" + theirs, form("Mine"))).hasStatus(404);
        assertThat(mia.send("/settings/hours/" + theirs + "/preview", form("Mine")))
                .hasStatus(404);
        assertThat(mia.send("/settings/hours/" + theirs + "/delete", "version", "1"))
                .hasStatus(404);
        assertThat(mia.get("/settings/hours")).bodyText().doesNotContain("shift");
    }

    @Test
    void aCalendarKnowsWhetherItIsOpenOnItsOwnClock() {
        var berlin = calendar(office);

        var morning = Opening.of(berlin, Instant.parse("2026-03-10T09:00:00Z"));
        assertThat(morning.open()).isTrue();
        assertThat(morning.turn()).hasToString("2026-03-10T12:00+01:00[Europe/Berlin]");
        var friday = Opening.of(berlin, Instant.parse("2026-03-13T17:00:00Z"));
        assertThat(friday.open()).isFalse();
        assertThat(friday.turn()).hasToString("2026-03-16T09:00+01:00[Europe/Berlin]");
    }

    /** Half an hour a week, so that any ticket waits longer than in the hours before. */
    private static String[] form(String name) {
        return new String[] {
            "name",
            name,
            "version",
            "1",
            "is_default",
            "true",
            "time_zone",
            "Europe/Berlin",
            "hours.monday",
            "16:30–17:00"
        };
    }

    private CalendarDetails calendar(long id) {
        return Tenants.in(
                mia.desk().tenant(), () -> calendars.details(mia.desk().caller(Role.OWNER), id));
    }
}
