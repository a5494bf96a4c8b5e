package dev.lodge.attachments;

import dev.lodge.problem.FieldErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files that a form brings, stored and waiting for what the form makes.
 *
 * @param before ids of those that were stored before, as the form says
 * @param waiting those of them that do wait
 * @param now those that came with this form
 * @param errors about those that were refused, on the field {@code files}
 */
public record BroughtFiles(List<Long> before, List<Attachment> waiting, List<Attachment> now, FieldErrors errors) {

    /** For the field that they are named by; null without any. */
    public @Nullable List<@Nullable Long> ids() {
        List<@Nullable Long> all = new ArrayList<>(before);
        now.forEach(file -> all.add(file.id()));
        return all.isEmpty() ? null : all;
    }

    /** To be shown in the form if it is not done with. */
    public List<Attachment> files() {
        List<Attachment> all = new ArrayList<>(waiting);
        all.addAll(now);
        return all;
    }

    /** What makes two sendings the same: a file that is sent again has another id, but the same bytes. */
    public String content() {
        return before + now.stream().map(Attachment::sha256).collect(Collectors.joining(","));
    }
}
