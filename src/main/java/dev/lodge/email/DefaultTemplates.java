package dev.lodge.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What mails say where a tenant has not written something else: resources {@code mail/KIND_LANGUAGE.md}. */
final class DefaultTemplates {

    private static final String SUBJECT = "Subject: ";
    private static final Map<String, Optional<WrittenTemplate>> READ = new ConcurrentHashMap<>();

    private DefaultTemplates() {}

    static Optional<WrittenTemplate> find(MailKind kind, String language) {
        return READ.computeIfAbsent("mail/%s_%s.md".formatted(kind.name(), language), DefaultTemplates::read);
    }

    private static Optional<WrittenTemplate> read(String path) {
        try (InputStream in = DefaultTemplates.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                return Optional.empty();
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            if (!text.startsWith(SUBJECT) || end < 0) {
                throw new IllegalStateException(path + " does not begin with a line \"Subject: …\"");
            }
            return Optional.of(new WrittenTemplate(
                    text.substring(SUBJECT.length(), end).strip(),
                    text.substring(end).strip()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
