package dev.lodge.tenancy;

import java.sql.SQLException;
import java.util.Set;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.QOM;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Announces a topic whenever a statement writes to one of the tables it is about, whoever wrote the statement: a change that somebody
 * forgot to announce would be served from memory as it was. Other nodes hear of it by {@link NewsReader}; on this one it is known as
 * soon as the transaction has committed.
 */
public abstract class StatementWatch implements ExecuteListener {

    private static final long serialVersionUID = 1;

    private final String topic;
    private final transient Set<Table<?>> tables;
    private final transient Set<Field<?>> beside;

    /**
     * @param topic a word, the same in every release
     * @param beside columns of the tables that the topic is not about: an update of nothing else is no news
     */
    protected StatementWatch(String topic, Set<Table<?>> tables, Set<Field<?>> beside) {
        this.topic = topic;
        this.tables = Set.copyOf(tables);
        this.beside = Set.copyOf(beside);
    }

    /** The tables may say something else now than they did before. */
    protected abstract void changed(Tenant tenant);

    @Override
    public final void executeEnd(ExecuteContext context) {
        for (Query query : context.batchQueries()) {
            if (isAbout(query)) {
                announce(context);
                return;
            }
        }
    }

    /** Whether the statement writes to one of the tables. */
    final boolean isAbout(Query query) {
        return switch (query) {
            case QOM.Update<?> update ->
                tables.contains(update.$table())
                        && !beside.containsAll(update.$set().keySet());
            case QOM.Delete<?> delete -> tables.contains(delete.$from());
            case QOM.Insert<?> insert -> tables.contains(insert.$into());
            default -> false;
        };
    }

    private void announce(ExecuteContext context) {
        Tenant tenant = Tenants.current();
        try {
            News.announce(context.connection(), tenant, topic);
        } catch (SQLException failed) {
            throw new IllegalStateException("A change of %s could not be announced.".formatted(topic), failed);
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            changed(tenant);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                changed(tenant);
            }
        });
    }
}
