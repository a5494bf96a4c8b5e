package dev.lodge.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LodgeTest
class ViewCountTests {

    @Autowired
    Cast cast;

    @Autowired
    Articles articles;

    @Autowired
    Authoring authoring;

    private long article(Tenant tenant) {
        return Tenants.in(
                tenant,
                () -> authoring.enter(
                        new NewArticle(
                                "Read by many",
                                "",
                                null,
                                null,
                                ArticleStatus.PUBLISHED,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        null,
                        Instant.parse("2026-01-05T08:00:00Z")));
    }

    private List<Long> readAtOnce(Tenant tenant, long article, int times) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Long> reading = () -> Tenants.in(tenant, () -> articles.countView(Reader.visitor(), article));
            List<Future<Long>> numbers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                numbers.add(threads.submit(reading));
            }
            List<Long> counted = new ArrayList<>();
            for (Future<Long> number : numbers) {
                counted.add(number.get());
            }
            return counted;
        }
    }

    @Test
    void eachOfThousandsAtOnceIsCountedAndToldItsOwnNumber() throws Exception {
        Tenant acme = cast.acme();
        long article = article(acme);
        long other = article(cast.globex());

        List<Long> numbers = readAtOnce(acme, article, 5_000);

        assertThat(numbers.stream().sorted().toList())
                .isEqualTo(LongStream.rangeClosed(1, 5_000).boxed().collect(Collectors.toList()));
        assertThat(Tenants.in(
                        acme, () -> articles.read(Reader.visitor(), article).viewCount()))
                .isEqualTo(5_000);
        assertThat(Tenants.in(
                        cast.globex(),
                        () -> articles.read(Reader.visitor(), other).viewCount()))
                .isZero();
    }

    @Test
    void whatIsNotThereIsNotCountedForAnybodyWhoWaits() throws Exception {
        Tenant acme = cast.acme();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> reading = () -> Tenants.in(acme, () -> {
                assertThatExceptionOfType(NotFound.class)
                        .isThrownBy(() -> articles.countView(Reader.visitor(), 955_555));
                return true;
            });
            for (Future<Boolean> answer : threads.invokeAll(java.util.Collections.nCopies(200, reading))) {
                assertThat(answer.get()).isTrue();
            }
        }
    }
}
