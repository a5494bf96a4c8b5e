package dev.lodge.jobs;

import static dev.lodge.schema.platform.Tables.SCHEDULED_TASKS;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lodge.schema.platform.Platform;
import dev.lodge.tenancy.PlatformDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * This process as one of the nodes that share the due work. It takes rows up from {@link #start()} on, which serving calls and no
 * other command, until the application is closed; then it lets go what it has under way.
 */
@Component
@EnableConfigurationProperties(JobsSettings.class)
public final class Node implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Node.class);

    /** The fewest that db-scheduler accepts. */
    private static final int MISSED_HEARTBEATS = 4;

    /** Kinds that this release does not know belong to a newer one, whose nodes do: they are never deleted. */
    private static final Duration NEVER = Duration.ofDays(365_000);

    /** How long work under way is waited for when this node stops, before it is interrupted; and then once more. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(8);

    private final Runs runs;
    private final Doorbell doorbell;
    private final PlatformDatabase platform;
    private final JobsSettings settings;
    private final InstantSource clock;
    private @Nullable Scheduler scheduler;

    Node(Runs runs, Doorbell doorbell, PlatformDatabase platform, JobsSettings settings, InstantSource clock) {
        this.runs = runs;
        this.doorbell = doorbell;
        this.platform = platform;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins to take work up; does nothing when it has begun, or the settings do not want it. */
    @Override
    public synchronized void start() {
        if (!settings.enabled() || scheduler != null) {
            return;
        }
        Scheduler started = build();
        started.start();
        doorbell.answeredBy(started::triggerCheckForDueExecutions);
        scheduler = started;
    }

    /** Takes nothing up anymore, and waits for what is under way. */
    @Override
    public synchronized void stop() {
        Scheduler stopped = scheduler;
        scheduler = null;
        if (stopped != null) {
            doorbell.answeredBy(() -> {});
            stopped.stop();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    private Scheduler build() {
        List<Task<?>> tasks = runs.kinds().stream().<Task<?>>map(this::task).toList();
        return Scheduler.create(platform.connections(), tasks)
                .tableName(Platform.PLATFORM.getName() + "." + SCHEDULED_TASKS.getName())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .schedulerName(new SchedulerName.Fixed(name()))
                .clock(clock::instant)
                .threads(settings.threads())
                // A thread that lives on is given the connection that it had last, and then each of a pool's backends
                // comes to know all of the pool's tenants. A new one takes the first that is free.
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("work-", 0).factory()))
                .pollingInterval(settings.polling())
                // As many as there are threads, none ahead: what waits in a queue here another node could be doing.
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(NEVER)
                .shutdownMaxWait(LAST_WAIT)
                .failureLogging(LogLevel.OFF, false)
                .build();
    }

    private Task<Void> task(String work) {
        CompletionHandler<Void> nothingLeft = (completed, operations) -> {};
        return Tasks.custom(work, Void.class)
                // Only when not even the failure could be written down, as without a database. The row stays taken up,
                // without heartbeats, until some node takes it for lost.
                .onFailure((failed, operations) -> log.error(
                        "The end of {} could not be written down; it is taken over later.",
                        run(failed.getExecution()),
                        failed.getCause().orElse(null)))
                .onDeadExecution((dead, operations) ->
                        runs.lost(run(dead.getExecution()), String.valueOf(dead.getExecution().pickedBy)))
                .execute((instance, context) -> {
                    runs.carryOut(
                            run(context.getExecution()),
                            () -> context.getSchedulerState().isShuttingDown());
                    return nothingLeft;
                });
    }

    private static Run run(Execution row) {
        return new Run(
                row.taskInstance.getTaskName(),
                Long.parseLong(row.taskInstance.getId()),
                row.version,
                row.consecutiveFailures);
    }

    /** Tells nodes apart, and processes of one machine over time. */
    private static String name() {
        return "%d-%s"
                .formatted(
                        ProcessHandle.current().pid(),
                        UUID.randomUUID().toString().substring(0, 8));
    }
}
