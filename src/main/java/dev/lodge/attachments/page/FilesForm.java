package dev.lodge.attachments.page;

import dev.lodge.attachments.FileRules;
import dev.lodge.attachments.Size;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What may be brought, as it is written.
 *
 * @param largestFile megabytes
 * @param storageLimit megabytes, empty for no limit
 * @param allowed endings with spaces or commas between; empty for all that are not forbidden
 * @param forbidden likewise; empty for none
 * @param version of the rules that were on the page
 */
public record FilesForm(
        @BindParam("largest_file") @Nullable String largestFile,
        @BindParam("storage_limit") @Nullable String storageLimit,
        @Nullable String allowed,
        @Nullable String forbidden,
        @Nullable Long version) {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

    static FilesForm of(FileRules rules) {
        var limit = rules.storageLimit();
        return new FilesForm(
                Long.toString(rules.largestFile() / Size.MEGABYTE),
                limit == null ? "" : Long.toString(limit / Size.MEGABYTE),
                String.join(", ", rules.allowed()),
                String.join(", ", rules.forbiddenOrPrograms()),
                rules.version());
    }

    FilesForm onVersion(long current) {
        return new FilesForm(largestFile, storageLimit, allowed, forbidden, current);
    }

    long seenVersion() {
        return version == null ? 0 : version;
    }

    @Nullable
    Long largestNumber() {
        return number(largestFile);
    }

    /** What is no number is out of every range. */
    @Nullable
    Long limitNumber() {
        var written = number(storageLimit);
        return text(storageLimit).isBlank() || written != null ? written : Long.valueOf(-1);
    }

    List<String> allowedEndings() {
        return endings(allowed);
    }

    /** Null as long as they are those that Lodge forbids by itself, so that a later release can add to them. */
    @Nullable
    List<String> forbiddenEndings() {
        var written = endings(forbidden);
        return written.equals(FileRules.PROGRAMS) ? null : written;
    }

    private static List<String> endings(@Nullable String written) {
        return Arrays.stream(BETWEEN.split(text(written)))
                .filter(ending -> !ending.isEmpty())
                .toList();
    }

    private static @Nullable Long number(@Nullable String written) {
        var text = text(written).strip();
        return NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    /** Empty rather than null, for fields. */
    public static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
