package dev.lodge.knowledge;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where an article is between being written and being put away. Only a published one is there for readers, within its moments. */
public enum ArticleStatus {
    DRAFT,
    /** Waits for somebody who may publish it. */
    IN_REVIEW,
    /** There to be read, or to be so from the moment set for it. */
    PUBLISHED,
    /** Kept and not shown. Reached by hand, or when an article expires. */
    ARCHIVED;

    /** Whether a person may set this status. Staying is not becoming. */
    public boolean canBecome(ArticleStatus next) {
        return switch (this) {
            case DRAFT ->
                switch (next) {
                    case IN_REVIEW, PUBLISHED, ARCHIVED -> true;
                    case DRAFT -> false;
                };
            case IN_REVIEW ->
                switch (next) {
                    case DRAFT, PUBLISHED, ARCHIVED -> true;
                    case IN_REVIEW -> false;
                };
            case PUBLISHED ->
                switch (next) {
                    case DRAFT, ARCHIVED -> true;
                    case IN_REVIEW, PUBLISHED -> false;
                };
            case ARCHIVED ->
                switch (next) {
                    case DRAFT, PUBLISHED -> true;
                    case IN_REVIEW, ARCHIVED -> false;
                };
        };
    }

    /** All that this one can become, in the order of an article's life. */
    public Set<ArticleStatus> successors() {
        return Collections.unmodifiableSet(Stream.of(values())
                .filter(this::canBecome)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ArticleStatus.class))));
    }

    /** Whether what is in this status is for those to decide who publish. */
    boolean isPublishers() {
        return this == PUBLISHED || this == ARCHIVED;
    }

    /** As it is stored and written in data: {@code in_review}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is none */
    public static ArticleStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
