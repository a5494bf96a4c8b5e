package dev.lodge.idempotency;

import static dev.lodge.schema.tenant.Tables.IDEMPOTENCY_KEY;

import dev.lodge.tenancy.TenantDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a form that is sent twice, by an impatient press or a second try over a bad line, act once. Its key and content are kept in the
 * transaction of what it does; the second of two that come at once waits for the first, and then is told what came of it.
 */
@Component
public final class OnceOnly {

    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");

    private final TenantDatabase database;
    private final TransactionTemplate transactions;
    private final OldKeys old;
    private final InstantSource clock;

    OnceOnly(TenantDatabase database, PlatformTransactionManager transactions, OldKeys old, InstantSource clock) {
        this.database = database;
        this.old = old;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    /**
     * @param person whoever sends the form, for example {@code agent:17}; nobody else's keys are theirs
     * @param key of the form; without one, or with one that is not ours, the work is simply done
     * @param content another content under the same key is another sending
     * @param work gives what came of it: where the person goes next
     */
    public String run(String person, @Nullable String key, String content, Supplier<String> work) {
        return Objects.requireNonNull(
                transactions.execute(status -> key == null || !KEY.matcher(key).matches()
                        ? work.get()
                        : once("page:" + person, key, hash(content), work)));
    }

    private String once(String principal, String key, byte[] hash, Supplier<String> work) {
        old.forgetSome();
        var unique = key + ":" + HexFormat.of().formatHex(hash);
        int first = database.sql()
                .insertInto(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.PRINCIPAL, principal)
                .set(IDEMPOTENCY_KEY.KEY, unique)
                .set(IDEMPOTENCY_KEY.REQUEST_HASH, hash)
                .set(IDEMPOTENCY_KEY.CREATED_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
        var mine = IDEMPOTENCY_KEY.PRINCIPAL.eq(principal).and(IDEMPOTENCY_KEY.KEY.eq(unique));
        if (first == 0) {
            return database.sql()
                    .select(IDEMPOTENCY_KEY.LOCATION)
                    .from(IDEMPOTENCY_KEY)
                    .where(mine)
                    .fetchSingle(IDEMPOTENCY_KEY.LOCATION);
        }
        var address = work.get();
        database.sql()
                .update(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.LOCATION, address)
                .where(mine)
                .execute();
        return address;
    }

    private static byte[] hash(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
