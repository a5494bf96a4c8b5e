package dev.lodge.knowledge;

import static dev.lodge.knowledge.ArticleStatus.ARCHIVED;
import static dev.lodge.knowledge.ArticleStatus.DRAFT;
import static dev.lodge.knowledge.ArticleStatus.IN_REVIEW;
import static dev.lodge.knowledge.ArticleStatus.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArticleStatusTests {

    private static final Map<ArticleStatus, Set<ArticleStatus>> TABLE = Map.of(
            DRAFT, Set.of(IN_REVIEW, PUBLISHED, ARCHIVED),
            IN_REVIEW, Set.of(DRAFT, PUBLISHED, ARCHIVED),
            PUBLISHED, Set.of(DRAFT, ARCHIVED),
            ARCHIVED, Set.of(DRAFT, PUBLISHED));

    @ParameterizedTest
    @EnumSource
    void eachStatusBecomesWhatTheTableSaysAndNothingElse(ArticleStatus status) {
        assertThat(status.successors()).isEqualTo(TABLE.get(status));
    }

    @ParameterizedTest
    @EnumSource
    void aStatusIsReadAsItIsWritten(ArticleStatus status) {
        assertThat(ArticleStatus.of(status.code())).isEqualTo(status);
    }
}
