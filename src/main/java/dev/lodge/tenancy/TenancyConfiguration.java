package dev.lodge.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lodge.database.Database;
import dev.lodge.database.DatabaseAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** How the database is reached: as a tenant, as the platform, and, for provisioning and migrations only, as the owner. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
@EnableConfigurationProperties({TenancySettings.class, DatabaseProperties.class})
class TenancyConfiguration {

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean(destroyMethod = "close")
    Database database(DatabaseProperties properties, @Value("${lodge.data-dir:data}") Path dataDirectory) {
        return Database.open(properties.settings(dataDirectory));
    }

    @Bean
    DatabaseAddress databaseAddress(Database database) {
        DatabaseAddress address = database.address();
        DirectConnection.require(address);
        return address;
    }

    @Bean
    OwnerDatabase ownerDatabase(DatabaseAddress address) {
        return new OwnerDatabase(address);
    }

    @Bean(destroyMethod = "close")
    TenantDataSource tenantDataSource(DatabaseAddress address, DatabaseProperties properties) {
        return new TenantDataSource(IntStream.range(0, properties.pools())
                .mapToObj(number -> new RolePool(pool(address, "tenants-" + number, properties.poolSize())))
                .toList());
    }

    @Bean
    JdbcTransactionManager tenantTransactionManager(TenantDataSource tenants) {
        return new JdbcTransactionManager(tenants);
    }

    @Bean
    TransactionTemplate tenantTransactions(JdbcTransactionManager tenantTransactionManager) {
        return new TransactionTemplate(tenantTransactionManager);
    }

    @Bean
    TenantDatabase tenantDatabase(TenantDataSource tenants, List<StatementWatch> watches, FullDisk disk) {
        Configuration template = new DefaultConfiguration()
                .set(SQLDialect.POSTGRES)
                .set(Stream.concat(watches.stream(), Stream.of(disk)).toArray(ExecuteListener[]::new))
                .set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(tenants)))
                .set(settings());
        return new TenantDatabase(template);
    }

    @Bean(destroyMethod = "close")
    PlatformConnections platformConnections(DatabaseAddress address, PlatformSchema schema) {
        schema.migrate();
        return new PlatformConnections(new RolePool(pool(address, "platform", 4)), address);
    }

    @Bean
    PlatformDatabase platformDatabase(PlatformConnections connections, FullDisk disk) {
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(connections.source()));
        return new PlatformDatabase(
                DSL.using(new DefaultConfiguration()
                        .set(SQLDialect.POSTGRES)
                        .set(disk)
                        .set(new DataSourceConnectionProvider(
                                new TransactionAwareDataSourceProxy(connections.source())))
                        .set(settings())),
                transactions,
                connections.source());
    }

    private static Settings settings() {
        return new Settings()
                .withExecuteLogging(false)
                .withReturnAllOnUpdatableRecord(true)
                // Times go between driver and jOOQ as such, not as text to be parsed.
                .withBindOffsetDateTimeType(true);
    }

    private static HikariDataSource pool(DatabaseAddress address, String name, int size) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(address.jdbcUrl());
        pool.setUsername(address.application().user());
        pool.setPassword(address.application().password());
        pool.setMaximumPoolSize(size);
        // Opened when first needed, so that many pools do not slow the start, and closed when long unused.
        pool.setMinimumIdle(0);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(5_000);
        // A path that is the same for every tenant and holds nothing of any: statements name their schema, and a
        // table planted in a temporary schema shadows nothing because that comes last.
        pool.addDataSourceProperty(
                "options",
                "-c search_path=pg_catalog,pg_temp -c statement_timeout=30s -c lock_timeout=10s"
                        + " -c idle_in_transaction_session_timeout=60s"
                        // How alike a mistyped word must be: two letters that changed places are.
                        + " -c pg_trgm.word_similarity_threshold=0.45");
        pool.addDataSourceProperty("ApplicationName", "lodge-" + name);
        // Every statement is prepared on the server at its first execution: the texts are few, and the same again and
        // again. A backend keeps about a sixth of a megabyte for each, so it keeps only those used last.
        pool.addDataSourceProperty("prepareThreshold", "1");
        pool.addDataSourceProperty("preparedStatementCacheQueries", "192");
        pool.addDataSourceProperty("preparedStatementCacheSizeMiB", "2");
        return pool;
    }

    /** Connections in the platform's role. Not a bean of type DataSource: only {@link PlatformDatabase} may use them. */
    static final class PlatformConnections implements AutoCloseable {

        private final RolePool pool;
        private final AbstractDataSource source;

        PlatformConnections(RolePool pool, DatabaseAddress address) {
            this.pool = pool;
            String role = PlatformSchema.roleName(databaseOf(address));
            this.source = new AbstractDataSource() {
                @Override
                public Connection getConnection() throws SQLException {
                    return pool.borrow(role);
                }

                @Override
                public Connection getConnection(String user, String password) throws SQLException {
                    return getConnection();
                }
            };
        }

        AbstractDataSource source() {
            return source;
        }

        @Override
        public void close() {
            pool.close();
        }

        private static String databaseOf(DatabaseAddress address) {
            String url = address.jdbcUrl();
            String name = url.substring(url.lastIndexOf('/') + 1);
            int parameters = name.indexOf('?');
            return parameters < 0 ? name : name.substring(0, parameters);
        }
    }
}
