package dev.lodge.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Gives connections in the role of the tenant in force, and none without a tenant. A tenant always draws from the same small pool:
 * that keeps the caches of each PostgreSQL backend to a share of the tenants, and bounds how many connections one of them can hold;
 * the last one of a pool stays for its neighbours.
 */
final class TenantDataSource extends AbstractDataSource implements AutoCloseable {

    private final List<RolePool> pools;

    TenantDataSource(List<RolePool> pools) {
        this.pools = List.copyOf(pools);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Tenant tenant = Tenants.current();
        return poolOf(tenant).borrow(tenant.space().role());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The tenant in force decides the role.");
    }

    RolePool poolOf(Tenant tenant) {
        return pools.get(Math.floorMod(tenant.id(), pools.size()));
    }

    List<RolePool> pools() {
        return pools;
    }

    @Override
    public void close() {
        pools.forEach(RolePool::close);
    }
}
