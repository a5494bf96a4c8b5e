package dev.lodge.tenancy;

import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionOperations;

/** SQL on the platform's own tables, the registry and the operators, with a role that sees nothing of any tenant. */
public final class PlatformDatabase {

    private final DSLContext sql;
    private final TransactionOperations transactions;
    private final DataSource connections;

    PlatformDatabase(DSLContext sql, TransactionOperations transactions, DataSource connections) {
        this.sql = sql;
        this.transactions = transactions;
        this.connections = connections;
    }

    /** Typed SQL, within the platform's transaction under way if there is one. */
    public DSLContext sql() {
        return sql;
    }

    /** Runs the work in one transaction, or within the one under way. */
    public <R> R inTransaction(Function<DSLContext, R> work) {
        R result = transactions.execute(status -> work.apply(sql));
        return Objects.requireNonNull(result);
    }

    /** The connections themselves, for a library that writes its own statements; never within a transaction of this. */
    public DataSource connections() {
        return connections;
    }
}
