package dev.lodge.tenancy;

import dev.lodge.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
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

/**
 * Tells every node what changed (PostgreSQL's LISTEN and NOTIFY), within milliseconds of the commit, so that what nodes keep in memory
 * need not be read again with each request.
 */
@Component
@ConditionalOnWebApplication
class News implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(News.class);
    private static final String CHANNEL = "lodge_news";
    private static final String REGISTRY = "registry";
    private static final int WAIT_MILLISECONDS = 3_000;
    private static final int RECONNECT_MILLISECONDS = 1_000;

    private final DatabaseAddress address;
    private final List<NewsReader> readers;
    private volatile @Nullable Thread listener;

    News(DatabaseAddress address, List<NewsReader> readers) {
        this.address = address;
        this.readers = readers;
    }

    /** The registry changed. To be called in the transaction that changes it; the news goes out when it commits. */
    static void announce(DSLContext sql) {
        sql.execute("select pg_notify('%s', '%s')".formatted(CHANNEL, REGISTRY));
    }

    /** Something of a tenant changed. To be called on the connection that makes the change; the news goes out when it commits. */
    static void announce(Connection connection, Tenant tenant, String topic) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, CHANNEL);
            statement.setString(2, topic + " " + tenant.id());
            statement.execute();
        }
    }

    @Override
    public void start() {
        Thread thread = Thread.ofVirtual().name("news").unstarted(this::listen);
        // Before it runs: it ends when it finds that nobody listens.
        listener = thread;
        thread.start();
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
                readers.forEach(NewsReader::inTouch);
                read(connection);
            } catch (SQLException lost) {
                readers.forEach(NewsReader::outOfTouch);
                if (isRunning()) {
                    log.warn("The connection that news come by was lost; connecting again: {}", lost.getMessage());
                    pause();
                }
            }
        }
    }

    private void read(Connection connection) throws SQLException {
        PGConnection news = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            PGNotification[] heard = news.getNotifications(WAIT_MILLISECONDS);
            if (heard == null || heard.length == 0) {
                // Silence is no news only while somebody answers.
                if (!connection.isValid(2)) {
                    throw new SQLException("The database does not answer.");
                }
                continue;
            }
            for (PGNotification one : heard) {
                pass(one.getParameter());
            }
        }
    }

    private void pass(String news) {
        int space = news.indexOf(' ');
        if (space < 0) {
            readers.forEach(NewsReader::registryChanged);
        } else {
            String topic = news.substring(0, space);
            long tenant = Long.parseLong(news.substring(space + 1));
            readers.forEach(reader -> reader.changed(topic, tenant));
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
