package dev.lodge.attachments;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.StaleVersion;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tenant in force lets be brought. */
@Component
public class FileRuleBook {

    private static final Pattern ENDING = Pattern.compile("[a-z0-9]{1,16}");
    private static final int MOST_ENDINGS = 200;

    private final StoredAttachments stored;
    private final AttachmentSettings settings;
    private final TransactionTemplate transactions;

    FileRuleBook(StoredAttachments stored, AttachmentSettings settings, TransactionTemplate transactions) {
        this.stored = stored;
        this.settings = settings;
        this.transactions = transactions;
    }

    public FileRules current() {
        return stored.rules();
    }

    /** In whole megabytes: what no tenant can exceed. */
    public long largestPossible() {
        return settings.largestUpload().toMegabytes();
    }

    /**
     * Replaces the rules. What is there already stays, whatever they say.
     *
     * @param largestFile megabytes
     * @param storageLimit megabytes, or null for no limit
     * @param forbidden null for those that Lodge forbids by itself
     * @throws dev.lodge.problem.Invalid naming {@code largest_file}, {@code storage_limit}, {@code allowed} or {@code forbidden}
     * @throws StaleVersion when somebody changed them meanwhile
     */
    public void replace(
            @Nullable Long largestFile,
            @Nullable Long storageLimit,
            Collection<String> allowed,
            @Nullable Collection<String> forbidden,
            long seenVersion) {
        check(largestFile, storageLimit, allowed, forbidden).throwIfAny();
        transactions.executeWithoutResult(status -> {
            var now = stored.lockRules();
            StaleVersion.unless(now.version() == seenVersion);
            stored.replace(new FileRules(
                    (largestFile == null ? 1 : largestFile) * Size.MEGABYTE,
                    storageLimit == null ? null : storageLimit * Size.MEGABYTE,
                    clean(allowed),
                    forbidden == null ? null : clean(forbidden),
                    now.stored(),
                    now.version() + 1));
        });
    }

    private FieldErrors check(
            @Nullable Long largestFile,
            @Nullable Long storageLimit,
            Collection<String> allowed,
            @Nullable Collection<String> forbidden) {
        var errors = FieldErrors.none();
        if (largestFile == null || largestFile < 1 || largestFile > largestPossible()) {
            errors = errors.and("largest_file", "web.invalid.range", 1, largestPossible());
        }
        if (storageLimit != null && (storageLimit < 1 || storageLimit > Integer.MAX_VALUE)) {
            errors = errors.and("storage_limit", "web.invalid.range", 1, Integer.MAX_VALUE);
        }
        return errors.and(check("allowed", allowed))
                .and(forbidden == null ? FieldErrors.none() : check("forbidden", forbidden));
    }

    private static FieldErrors check(String field, Collection<String> endings) {
        var unfit = endings(endings)
                .filter(ending -> !ENDING.matcher(ending).matches())
                .findFirst();
        if (unfit.isPresent()) {
            return FieldErrors.of(field, "attachments.invalid.ending", unfit.get());
        }
        return endings.size() > MOST_ENDINGS
                ? FieldErrors.of(field, "attachments.invalid.too_many_endings", MOST_ENDINGS)
                : FieldErrors.none();
    }

    private static List<String> clean(Collection<String> endings) {
        return endings(endings).distinct().sorted().toList();
    }

    private static Stream<String> endings(Collection<String> written) {
        return written.stream().map(ending -> ending.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""));
    }
}
