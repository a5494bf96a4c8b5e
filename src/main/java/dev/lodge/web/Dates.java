package dev.lodge.web;

import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Writes dates in a language, by patterns of its bundle; a pattern is read once. */
final class Dates {

    private static final ConcurrentMap<Key, DateTimeFormatter> READ = new ConcurrentHashMap<>();

    private record Key(String pattern, Language language) {}

    private Dates() {}

    /** @param pattern of {@link DateTimeFormatter}, from a bundle: they are few */
    static String format(TemporalAccessor moment, String pattern, Language language) {
        return READ.computeIfAbsent(
                        new Key(pattern, language),
                        unread -> DateTimeFormatter.ofPattern(
                                unread.pattern(), unread.language().locale()))
                .format(moment);
    }
}
