package dev.lodge.sla.hours;

import java.time.LocalDate;

/**
 * A date without opening hours.
 *
 * @param date the date in the calendar's zone, from 00:00 to 24:00
 * @param name what it is called
 * @param everyYear whether the same day and month is a holiday in all years, before and after that date as well; 29 February then is
 *     one in leap years only, and no other day stands in for it
 */
public record Holiday(LocalDate date, String name, boolean everyYear) {}
