package dev.lodge.knowledge;

import static dev.lodge.schema.tenant.Tables.ARTICLE;
import static dev.lodge.schema.tenant.Tables.ARTICLE_COUNT;

import dev.lodge.problem.NotFound;
import dev.lodge.problem.Unavailable;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Counts views, each exactly once and for good before it is answered, thousands a second of one article (docs/decisions/0013). What
 * arrives while a statement for the same article is under way waits in this process and goes together with the next one; so an article's
 * row is never waited for by more than one of a node.
 */
@Component
class ViewCounts {

    /** Who wait for one article at most; more are told to come again. */
    private static final int MOST_WAITING = 20_000;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final TenantDatabase database;
    private final InstantSource clock;
    private final ConcurrentHashMap<Key, Queue<Viewer>> waiting = new ConcurrentHashMap<>();

    ViewCounts(TenantDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether an article is there for a visitor may differ from whether it is for an agent, so they go separately. */
    private record Key(long tenant, long article, Class<? extends Reader> reader) {}

    private sealed interface Turn {

        /** The view is counted, and was the so-manieth. */
        record Counted(long number) implements Turn {}

        record Failed(RuntimeException why) implements Turn {}

        /** Nobody writes at the moment: whoever gets this writes for all of these, itself among them. */
        record Write(List<Viewer> batch) implements Turn {}
    }

    private static final class Viewer {

        private final CompletableFuture<Turn> turn = new CompletableFuture<>();

        /** Whoever takes it first decides: the writer that the view is counted, the viewer that it waited too long. */
        private final AtomicBoolean taken = new AtomicBoolean();
    }

    /**
     * One more view.
     *
     * @return which one it was
     * @throws NotFound when there is no such article for the reader
     */
    long add(Reader reader, long article) {
        var key = new Key(Tenants.current().id(), article, reader.getClass());
        var viewer = new Viewer();
        boolean[] first = new boolean[1];
        waiting.compute(key, (any, queue) -> {
            if (queue == null) {
                first[0] = true;
                return new ArrayDeque<>();
            }
            if (queue.size() >= MOST_WAITING) {
                throw new Unavailable(Unavailable.Reason.BUSY);
            }
            queue.add(viewer);
            return queue;
        });
        return first[0] ? write(key, reader, List.of(viewer), viewer) : await(key, reader, viewer);
    }

    private long await(Key key, Reader reader, Viewer viewer) {
        return switch (turn(viewer)) {
            case Turn.Counted counted -> counted.number();
            case Turn.Failed failed -> throw failed.why();
            case Turn.Write write -> write(key, reader, write.batch(), viewer);
        };
    }

    private static Turn turn(Viewer viewer) {
        try {
            return viewer.turn.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException tooLong) {
            if (viewer.taken.compareAndSet(false, true)) {
                if (tooLong instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                throw new Unavailable(Unavailable.Reason.BUSY);
            }
            // It is being counted: the statement has its own limit of time.
            return viewer.turn.join();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes for all of the batch, tells the others, and gives the pen to the next. */
    private long write(Key key, Reader reader, List<Viewer> batch, Viewer writer) {
        try {
            long last = count(reader, key.article(), batch.size());
            long number = last - batch.size();
            long own = 0;
            for (Viewer viewer : batch) {
                number++;
                if (viewer == writer) {
                    own = number;
                } else {
                    viewer.turn.complete(new Turn.Counted(number));
                }
            }
            return own;
        } catch (RuntimeException failure) {
            batch.forEach(viewer -> viewer.turn.complete(new Turn.Failed(failure)));
            throw failure;
        } finally {
            passOn(key);
        }
    }

    private void passOn(Key key) {
        var batch = new ArrayList<Viewer>();
        waiting.compute(key, (any, queue) -> {
            if (queue == null) {
                return null;
            }
            for (Viewer viewer = queue.poll(); viewer != null; viewer = queue.poll()) {
                if (viewer.taken.compareAndSet(false, true)) {
                    batch.add(viewer);
                }
            }
            return batch.isEmpty() ? null : queue;
        });
        if (!batch.isEmpty()) {
            batch.getFirst().turn.complete(new Turn.Write(List.copyOf(batch)));
        }
    }

    private long count(Reader reader, long article, int views) {
        return database.sql()
                .update(ARTICLE_COUNT)
                .set(ARTICLE_COUNT.VIEWS, ARTICLE_COUNT.VIEWS.plus(views))
                .where(ARTICLE_COUNT.ARTICLE_ID.eq(article))
                .andExists(DSL.selectOne()
                        .from(ARTICLE)
                        .where(ARTICLE.ID.eq(article))
                        .and(reader.sees(clock.instant())))
                .returningResult(ARTICLE_COUNT.VIEWS)
                .fetchOptional(ARTICLE_COUNT.VIEWS)
                .orElseThrow(NotFound::new);
    }
}
