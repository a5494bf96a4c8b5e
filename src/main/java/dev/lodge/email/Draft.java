package dev.lodge.email;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/** A template that is being edited, small enough to stand in the address of its preview, so that nothing needs to be kept for it. */
final class Draft {

    private static final int LARGEST = 4 * (MailTemplate.LONGEST_SUBJECT + MailTemplate.LONGEST_BODY);
    private static final char BETWEEN = '\n';

    private Draft() {}

    static String encode(WrittenTemplate template) {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes)) {
            deflater.write((template.subject() + BETWEEN + template.body()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** Empty for what cannot be one. */
    static Optional<WrittenTemplate> decode(String text) {
        var inflater = new Inflater();
        try {
            inflater.setInput(Base64.getUrlDecoder().decode(text));
            byte[] bytes = new byte[LARGEST];
            int length = inflater.inflate(bytes);
            String both = new String(bytes, 0, length, StandardCharsets.UTF_8);
            int end = both.indexOf(BETWEEN);
            return end < 0 || !inflater.finished()
                    ? Optional.empty()
                    : Optional.of(new WrittenTemplate(both.substring(0, end), both.substring(end + 1)));
        } catch (IllegalArgumentException | java.util.zip.DataFormatException broken) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
