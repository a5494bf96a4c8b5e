package dev.lodge.tenancy;

import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The tenant in force, carried by a scoped value: it ends with the block that bound it, and no thread keeps it. Work that is started
 * on another thread has none until it binds one itself.
 */
public final class Tenants {

    private static final ScopedValue<Tenant> CURRENT = ScopedValue.newInstance();

    private Tenants() {}

    /** The tenant in force. @throws NoTenantBound when there is none */
    public static Tenant current() {
        return CURRENT.orElseThrow(NoTenantBound::new);
    }

    /** The tenant in force, for what must also work without one, such as a log line. */
    public static Optional<Tenant> bound() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /**
     * Runs the work with the tenant in force and gives its result.
     *
     * @throws IllegalStateException when a transaction of another tenant is under way: a transaction belongs to one tenant
     */
    public static <R, X extends Throwable> R in(Tenant tenant, ScopedValue.CallableOp<? extends R, X> work) throws X {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && CURRENT.isBound()
                && !CURRENT.get().equals(tenant)) {
            throw new IllegalStateException("A transaction of tenant %s is under way; it cannot continue as tenant %s."
                    .formatted(CURRENT.get(), tenant));
        }
        return ScopedValue.where(CURRENT, tenant).call(work);
    }

    /** As {@link #in(Tenant, ScopedValue.CallableOp)}, for work without a result. */
    public static void run(Tenant tenant, Runnable work) {
        in(tenant, () -> {
            work.run();
            return tenant;
        });
    }
}
