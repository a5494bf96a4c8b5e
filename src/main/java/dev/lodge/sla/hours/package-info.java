/**
 * Working hours and the arithmetic of business time: what instant is eight business hours after Friday afternoon, and how much of a
 * span was worked. A {@link dev.lodge.sla.hours.BusinessCalendar} is made of a time zone, {@link dev.lodge.sla.hours.WeeklyHours} and
 * {@link dev.lodge.sla.hours.Holidays}; {@link dev.lodge.sla.hours.CalendarDefinition} reads one from what people wrote, and
 * {@link dev.lodge.sla.hours.HolidayImport} reads holidays from an iCalendar file. Nothing here knows of a database, of a request or
 * of the present moment.
 *
 * <p>An instant is open when the clock on the wall of the calendar's zone shows a time within an interval of that day of the week, on a
 * date that is no holiday. Everything else follows from this one sentence, also when clocks are turned: an hour that is skipped is no
 * business time, an hour that happens twice counts twice, and a date that a zone leaves out has no hours.
 */
@NullMarked
package dev.lodge.sla.hours;

import org.jspecify.annotations.NullMarked;
