package dev.lodge.tenancy;

import dev.lodge.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Tells every node that the registry changed (PostgreSQL's LISTEN and NOTIFY), within milliseconds of the commit. */
@Component
@ConditionalOnWebApplication
class RegistryNews implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RegistryNews.class);
    private static final String CHANNEL = "lodge_registry";
    private static final int WAIT_MILLISECONDS = 10_000;
    private static final int RECONNECT_MILLISECONDS = 1_000;

    private final DatabaseAddress address;
    private final KnownSites known;
    private volatile @Nullable Thread listener;

    RegistryNews(DatabaseAddress address, KnownSites known) {
        this.address = address;
        this.known = known;
    }

    /** To be called in the transaction that changes the registry; the news goes out when it commits. */
    static void announce(DSLContext sql) {
        sql.execute("select pg_notify('%s', '')".formatted(CHANNEL));
    }

    @Override
    public void start() {
        listener = Thread.ofVirtual().name("registry-news").start(this::listen);
    }

    @Override
    public void stop() {
        Thread running = listener;
        listener = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }

    private void listen() {
        while (isRunning()) {
            try (Connection connection = connect()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                // Whatever was announced before LISTEN took hold went unheard.
                known.forget();
                PGConnection news = connection.unwrap(PGConnection.class);
                while (isRunning()) {
                    PGNotification[] heard = news.getNotifications(WAIT_MILLISECONDS);
                    if (heard != null && heard.length > 0) {
                        known.forget();
                    }
                }
            } catch (SQLException lost) {
                known.forget();
                if (isRunning()) {
                    log.warn("The registry's news connection was lost; connecting again: {}", lost.getMessage());
                    pause();
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", address.application().user());
        login.setProperty("password", address.application().password());
        login.setProperty("ApplicationName", "lodge-news");
        return DriverManager.getConnection(address.jdbcUrl(), login);
    }

    private static void pause() {
        try {
            Thread.sleep(RECONNECT_MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
