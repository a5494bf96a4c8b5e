package dev.lodge.tenancy;

import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.springframework.transaction.support.TransactionOperations;

/** SQL on the platform's own tables, the registry and the operators, with a role that sees nothing of any tenant. */
public final class PlatformDatabase {

    private final KeptTexts texts;
    private final TransactionOperations transactions;
    private final DataSource connections;

    PlatformDatabase(DSLContext sql, TransactionOperations transactions, DataSource connections) {
        this.texts = new KeptTexts(sql);
        this.transactions = transactions;
        this.connections = connections;
    }

    /** Typed SQL, within the platform's transaction under way if there is one. */
    public DSLContext sql() {
        return texts.sql();
    }

    /** A query that runs all the time, rendered the first time, as {@link TenantDatabase#renderedOnce} says. */
    public ResultQuery<Record> renderedOnce(
            String name, Function<DSLContext, ? extends ResultQuery<?>> query, Object... values) {
        return texts.query(name, query, values);
    }

    /** Runs the work in one transaction, or within the one under way. */
    public <R> R inTransaction(Function<DSLContext, R> work) {
        R result = transactions.execute(status -> work.apply(sql()));
        return Objects.requireNonNull(result);
    }

    /** The connections themselves, for a library that writes its own statements; never within a transaction of this. */
    public DataSource connections() {
        return connections;
    }
}
