package dev.lodge.portal.help;

import org.jspecify.annotations.Nullable;

/**
 * The question whether an article helped.
 *
 * @param address of the article
 * @param said what came of the answer, or null before it
 */
public record OpinionModel(
        long article,
        String title,
        String address,
        @Nullable Said said) {

    /** What came of an answer. */
    public enum Said {
        /** It did not help, and what was missing is asked next. */
        NO,
        DONE,
        TOO_OFTEN,
        TOO_LONG
    }
}
