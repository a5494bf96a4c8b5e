package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.CALENDAR;
import static dev.lodge.schema.tenant.Tables.CALENDAR_VERSION;

import dev.lodge.sla.CalendarDetails.Holiday;
import dev.lodge.sla.NewCalendar.NewHoliday;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calendars in the tenant's database, each with all of its versions. */
@Component
class StoredCalendars {

    private static final Condition LIVE = CALENDAR.DELETED_AT.isNull();

    private final TenantDatabase database;

    StoredCalendars(TenantDatabase database) {
        this.database = database;
    }

    /** @param date {@code yyyy-MM-dd} */
    private record KeptHoliday(String date, String name, boolean everyYear) {}

    Listing<CalendarDetails> page(ListQuery query) {
        var rows = select(LIVE)
                .orderBy(query.descending() ? CALENDAR.NAME_KEY.desc() : CALENDAR.NAME_KEY.asc())
                .limit(DSL.inline(query.size()))
                .offset(DSL.inline(query.offset()))
                .fetch(StoredCalendars::read);
        return query.listing(database.sql().fetchCount(CALENDAR, LIVE), rows);
    }

    List<CalendarDetails> all() {
        return select(LIVE).orderBy(CALENDAR.NAME_KEY).fetch(StoredCalendars::read);
    }

    Optional<CalendarDetails> find(long id) {
        return select(LIVE.and(CALENDAR.ID.eq(id))).fetchOptional(StoredCalendars::read);
    }

    Optional<Long> defaultId() {
        return database.sql()
                .select(CALENDAR.ID)
                .from(CALENDAR)
                .where(CALENDAR.IS_DEFAULT)
                .fetchOptional(CALENDAR.ID);
    }

    boolean isTaken(String key, @Nullable Long except) {
        return database.sql()
                .fetchExists(
                        CALENDAR,
                        LIVE.and(CALENDAR.NAME_KEY.eq(key))
                                .and(except == null ? DSL.noCondition() : CALENDAR.ID.ne(except)));
    }

    void clearDefault() {
        database.sql()
                .update(CALENDAR)
                .set(CALENDAR.IS_DEFAULT, false)
                .where(CALENDAR.IS_DEFAULT)
                .execute();
    }

    CalendarDetails add(String name, boolean isDefault, NewCalendar request, Instant at) {
        long id = database.sql()
                .insertInto(CALENDAR)
                .set(CALENDAR.NAME, name)
                .set(CALENDAR.NAME_KEY, Names.key(name))
                .set(CALENDAR.IS_DEFAULT, isDefault)
                .set(CALENDAR.CREATED_AT, at)
                .set(CALENDAR.UPDATED_AT, at)
                .returningResult(CALENDAR.ID)
                .fetchSingle(CALENDAR.ID);
        addVersion(id, 1, name, request, at);
        return find(id).orElseThrow();
    }

    /** A new version, unless it says the same as the one there is. */
    CalendarDetails save(CalendarDetails before, String name, boolean isDefault, NewCalendar request, Instant at) {
        boolean same = name.equals(before.name())
                && before.timeZone().equals(request.timeZone())
                && before.hours().equals(hours(request))
                && before.holidays().equals(holidays(request));
        if (same && isDefault == before.isDefault()) {
            return before;
        }
        int version = before.version() + 1;
        database.sql()
                .update(CALENDAR)
                .set(CALENDAR.NAME, name)
                .set(CALENDAR.NAME_KEY, Names.key(name))
                .set(CALENDAR.IS_DEFAULT, isDefault)
                .set(CALENDAR.UPDATED_AT, at)
                .set(CALENDAR.VERSION, version)
                .where(CALENDAR.ID.eq(before.id()))
                .execute();
        addVersion(before.id(), version, name, request, at);
        return find(before.id()).orElseThrow();
    }

    void delete(long id, Instant at) {
        database.sql()
                .update(CALENDAR)
                .set(CALENDAR.DELETED_AT, at)
                .set(CALENDAR.IS_DEFAULT, false)
                .where(CALENDAR.ID.eq(id))
                .execute();
    }

    /** What there would be once the request was saved; it is another version also where nothing differs. */
    static CalendarDetails edited(CalendarDetails before, NewCalendar request) {
        return new CalendarDetails(
                before.id(),
                Objects.requireNonNull(request.name()).strip(),
                Objects.requireNonNull(request.timeZone()),
                before.isDefault() || Boolean.TRUE.equals(request.isDefault()),
                hours(request),
                holidays(request),
                before.createdAt(),
                before.updatedAt(),
                before.version() + 1);
    }

    private void addVersion(long id, int version, String name, NewCalendar request, Instant at) {
        var kept = holidays(request).stream()
                .map(holiday -> new KeptHoliday(holiday.date().toString(), holiday.name(), holiday.everyYear()))
                .toList();
        database.sql()
                .insertInto(CALENDAR_VERSION)
                .set(CALENDAR_VERSION.CALENDAR_ID, id)
                .set(CALENDAR_VERSION.VERSION, version)
                .set(CALENDAR_VERSION.NAME, name)
                .set(CALENDAR_VERSION.TIME_ZONE, Objects.requireNonNull(request.timeZone()))
                .set(CALENDAR_VERSION.HOURS, Kept.json(hours(request)))
                .set(CALENDAR_VERSION.HOLIDAYS, Kept.json(kept))
                .set(CALENDAR_VERSION.CREATED_AT, at)
                .execute();
    }

    private static Map<String, List<List<String>>> hours(NewCalendar request) {
        var hours = new LinkedHashMap<String, List<List<String>>>();
        Objects.requireNonNull(request.hours())
                .forEach((day, pairs) -> hours.put(
                        day,
                        pairs == null
                                ? List.of()
                                : pairs.stream()
                                        .map(Objects::requireNonNull)
                                        .map(pair -> pair.stream()
                                                .map(Objects::requireNonNull)
                                                .toList())
                                        .toList()));
        return hours;
    }

    private static List<Holiday> holidays(NewCalendar request) {
        var written = request.holidays();
        return written == null
                ? List.of()
                : written.stream()
                        .map(Objects::requireNonNull)
                        .map(NewHoliday::definition)
                        .map(holiday -> new Holiday(
                                LocalDate.parse(Objects.requireNonNull(holiday.date())),
                                Objects.requireNonNull(holiday.name()).strip(),
                                holiday.everyYear()))
                        .toList();
    }

    private SelectConditionStep<? extends Record> select(Condition which) {
        return database.sql()
                .select(
                        CALENDAR.ID,
                        CALENDAR.NAME,
                        CALENDAR.IS_DEFAULT,
                        CALENDAR.CREATED_AT,
                        CALENDAR.UPDATED_AT,
                        CALENDAR.VERSION,
                        CALENDAR_VERSION.TIME_ZONE,
                        CALENDAR_VERSION.HOURS,
                        CALENDAR_VERSION.HOLIDAYS)
                .from(CALENDAR)
                .join(CALENDAR_VERSION)
                .on(CALENDAR_VERSION.CALENDAR_ID.eq(CALENDAR.ID).and(CALENDAR_VERSION.VERSION.eq(CALENDAR.VERSION)))
                .where(which);
    }

    private static CalendarDetails read(Record row) {
        return new CalendarDetails(
                row.get(CALENDAR.ID),
                row.get(CALENDAR.NAME),
                row.get(CALENDAR_VERSION.TIME_ZONE),
                row.get(CALENDAR.IS_DEFAULT),
                hours(row.get(CALENDAR_VERSION.HOURS)),
                holidays(row.get(CALENDAR_VERSION.HOLIDAYS)),
                row.get(CALENDAR.CREATED_AT),
                row.get(CALENDAR.UPDATED_AT),
                row.get(CALENDAR.VERSION));
    }

    static Map<String, List<List<String>>> hours(JSONB kept) {
        var hours = new LinkedHashMap<String, List<List<String>>>();
        Kept.read(kept, Week.class)
                .forEach((day, pairs) ->
                        hours.put(day, Arrays.stream(pairs).map(List::of).toList()));
        return hours;
    }

    static List<Holiday> holidays(JSONB kept) {
        return Arrays.stream(Kept.read(kept, KeptHoliday[].class))
                .map(holiday -> new Holiday(LocalDate.parse(holiday.date()), holiday.name(), holiday.everyYear()))
                .toList();
    }

    private static final class Week extends LinkedHashMap<String, String[][]> {
        private static final long serialVersionUID = 1;
    }
}
