package dev.lodge.attachments;

import dev.lodge.problem.FileRefused;
import dev.lodge.problem.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be brought to a desk. Types are named by endings, and hold for a file's name as well as for its bytes: with {@code exe}
 * forbidden, no program for Windows is taken whatever it is called.
 *
 * @param largestFile in bytes
 * @param storageLimit bytes in all, null for no limit
 * @param allowed if there are any, only these
 * @param forbidden these never; null for those that Lodge forbids by itself
 * @param stored bytes that there are
 * @param version counts changes of the rules
 */
public record FileRules(
        long largestFile,
        @Nullable Long storageLimit,
        List<String> allowed,
        @Nullable List<String> forbidden,
        long stored,
        long version) {

    /** What runs when it is opened. */
    public static final List<String> PROGRAMS = List.of(
            "app", "apk", "bat", "class", "cmd", "com", "cpl", "dex", "dll", "elf", "exe", "hta", "jar", "js", "jse",
            "lnk", "macho", "msi", "msp", "pif", "ps1", "reg", "scr", "sh", "vbe", "vbs", "wsf", "wsh");

    static final String FIELD = "file";

    public List<String> forbiddenOrPrograms() {
        return forbidden == null ? PROGRAMS : forbidden;
    }

    /** @throws FileRefused if files of that type are not taken here */
    void check(FileName name, FileKind kind) {
        String ending = name.ending();
        Set<String> all = new HashSet<>(kind.endings());
        all.add(ending);
        for (String one : new ArrayList<>(all)) {
            if (forbiddenOrPrograms().contains(one)) {
                throw refused(Message.of("attachments.refused.type", one));
            }
        }
        if (allowed.isEmpty()) {
            return;
        }
        boolean bytesFit = kind.endings().isEmpty() || allowed.stream().anyMatch(kind.endings()::contains);
        boolean nameFits = allowed.contains(ending)
                || kind.endings().contains(ending)
                || ending.isEmpty() && !kind.endings().isEmpty();
        if (!nameFits || !bytesFit) {
            throw refused(Message.of("attachments.refused.not_allowed", String.join(", ", allowed)));
        }
    }

    private static FileRefused refused(Message why) {
        return FileRefused.ofThatType(FIELD, why);
    }

    FileRefused tooLarge() {
        return FileRefused.tooLarge(FIELD, Message.of("attachments.refused.too_large", new Size(largestFile)));
    }
}
