/**
 * The frame that every page and every answer stands in: layouts and components, texts and times, the API's lists and
 * conditional requests, and the one place where a refusal becomes an answer. A controller returns {@link
 * dev.lodge.web.Html} for a page, or a record for JSON; it never sees htmx, cookies or the language. Who is signed in,
 * whose desk it is and what the rail counts is asked of beans that other modules provide ({@link
 * dev.lodge.web.CurrentPerson}, {@link dev.lodge.web.CurrentSite}, {@link dev.lodge.web.RailCounts}).
 */
@NullMarked
package dev.lodge.web;

import org.jspecify.annotations.NullMarked;
