package dev.lodge.platform.doctor;

import java.util.Locale;

/**
 * Something the doctor saw.
 *
 * @param topic a word or two, for example {@code Version}
 * @param sentence what is so
 * @param remedy what to do about it; empty when nothing needs to be done
 */
public record Finding(Level level, String topic, String sentence, String remedy) {

    /** How bad it is. */
    public enum Level {
        GOOD,
        /** To be known, not to be mended. */
        NOTE,
        /** Lodge does not work, or not safely, until this is mended. */
        BAD;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding good(String topic, String sentence) {
        return new Finding(Level.GOOD, topic, sentence, "");
    }

    static Finding note(String topic, String sentence, String remedy) {
        return new Finding(Level.NOTE, topic, sentence, remedy);
    }

    static Finding bad(String topic, String sentence, String remedy) {
        return new Finding(Level.BAD, topic, sentence, remedy);
    }
}
