package dev.lodge.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.jobs.DueWork;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Articles come and go at the moments set for them, on a clock that is turned. */
@LodgeTest
class PublicationTests {

    @Autowired
    Cast cast;

    @Autowired
    Articles articles;

    @Autowired
    Authoring authoring;

    @Autowired
    TurnedClock clock;

    @Autowired
    DueWork work;

    Tenant desk;

    @BeforeEach
    void aDeskOfItsOwn() {
        desk = cast.tenant("publication", "Publication");
        cast.globex();
        work.run(desk);
    }

    private long article(@Nullable Instant from, @Nullable Instant until) {
        return Tenants.in(
                desk,
                () -> authoring.enter(
                        new NewArticle(
                                "Opening hours",
                                "",
                                null,
                                null,
                                ArticleStatus.PUBLISHED,
                                null,
                                null,
                                null,
                                null,
                                null,
                                from,
                                until),
                        null,
                        clock.instant()));
    }

    private Article seenByDesk(long id) {
        return Tenants.in(desk, () -> articles.read(Reader.desk(), id));
    }

    private boolean isThere(long id) {
        try {
            return Tenants.in(desk, () -> articles.read(Reader.visitor(), id)).id() == id;
        } catch (NotFound notThere) {
            return false;
        }
    }

    @Test
    void aScheduledArticleIsThereFromItsMomentOnAndThatIsWrittenDown() {
        long id = article(clock.instant().plus(Duration.ofHours(2)), null);

        clock.advance(Duration.ofMinutes(119));
        assertThat(work.run(desk)).isEmpty();
        assertThat(isThere(id)).isFalse();
        assertThat(seenByDesk(id).publishedAt()).isNull();

        clock.advance(Duration.ofMinutes(1));
        assertThat(isThere(id)).as("although the work is late").isTrue();
        assertThat(work.run(desk)).containsExactly("article_moments " + desk.id());
        assertThat(seenByDesk(id).publishedAt()).isEqualTo(seenByDesk(id).publishAt());
        assertThat(work.run(desk)).isEmpty();
    }

    @Test
    void anArticleThatExpiresIsGoneAtOnceAndPutAway() {
        long id = article(null, clock.instant().plus(Duration.ofDays(1)));
        assertThat(isThere(id)).isTrue();

        clock.advance(Duration.ofDays(1));
        assertThat(isThere(id)).as("although the work is late").isFalse();
        work.run(desk);
        assertThat(seenByDesk(id).status()).isEqualTo(ArticleStatus.ARCHIVED);
    }

    @Test
    void oneWhoseTimeWentByUnattendedIsPutAway() {
        Instant now = clock.instant();
        long id = article(now.plus(Duration.ofHours(1)), now.plus(Duration.ofHours(2)));

        clock.advance(Duration.ofHours(3));
        work.run(desk);

        assertThat(seenByDesk(id).status()).isEqualTo(ArticleStatus.ARCHIVED);
        assertThat(seenByDesk(id).publishedAt()).isEqualTo(now.plus(Duration.ofHours(1)));
    }

    @Test
    void nothingIsPublishedThatWouldBeOverAlready() {
        Instant now = clock.instant();

        assertThatExceptionOfType(dev.lodge.problem.Invalid.class).isThrownBy(() -> article(null, now.minusSeconds(1)));
    }

    @Test
    void whatIsPutOffIsGoneUntilThen() {
        long id = article(null, null);
        var later = clock.instant().plus(Duration.ofHours(1));
        var caller = new dev.lodge.accounts.Caller(
                Tenants.in(desk, () -> 1L),
                "Karin Holm",
                dev.lodge.accounts.Role.MANAGER,
                dev.lodge.accounts.Role.MANAGER.permissions(),
                dev.lodge.accounts.TicketScope.ALL,
                java.util.Set.of());
        var putOff = new ArticleChanges(
                dev.lodge.web.api.Change.absent(),
                dev.lodge.web.api.Change.absent(),
                dev.lodge.web.api.Change.absent(),
                dev.lodge.web.api.Change.absent(),
                dev.lodge.web.api.Change.absent(),
                dev.lodge.web.api.Change.absent(),
                dev.lodge.web.api.Change.absent(),
                dev.lodge.web.api.Change.absent(),
                dev.lodge.web.api.Change.to(later),
                dev.lodge.web.api.Change.absent());

        Tenants.in(desk, () -> authoring.change(caller, id, putOff, any -> true));

        assertThat(isThere(id)).isFalse();
        clock.advance(Duration.ofHours(1));
        assertThat(isThere(id)).isTrue();
        assertThat(work.run(desk)).containsExactly("article_moments " + desk.id());
    }
}
