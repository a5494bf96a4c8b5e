package dev.lodge.attachments;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a picture says. Nothing is unpacked, so that a small file that unfolds to a huge picture costs nothing.
 *
 * @param width in pixels as they lie in the file, at least 1
 * @param height likewise
 * @param orientation 1 to 8 as cameras write it (Exif 2.3, 4.6.4): how it lies in the file; 1 is upright
 */
public record Picture(FileKind kind, int width, int height, int orientation) {

    private static final int LONGEST_SIDE = 30_000;
    private static final long MOST_PIXELS = 120_000_000;

    private static final int ORIENTATION = 0x0112;
    private static final int HEAD = 32;

    /** Empty if it is none of the formats that browsers may show, or its head makes no sense. */
    public static Optional<Picture> of(InputStream content) throws IOException {
        var buffered = new BufferedInputStream(content);
        buffered.mark(HEAD);
        byte[] head = buffered.readNBytes(HEAD);
        buffered.reset();
        var kind = FileKind.of(head);
        return Optional.ofNullable(read(kind, head, buffered)).filter(found -> found.width > 0 && found.height > 0);
    }

    private static @Nullable Picture read(FileKind kind, byte[] head, InputStream content) throws IOException {
        try {
            return switch (kind) {
                case PNG -> png(head);
                case GIF -> gif(head);
                case WEBP -> webp(head);
                case JPEG -> jpeg(new DataInputStream(content));
                default -> null;
            };
        } catch (EOFException cut) {
            return null;
        }
    }

    /** The first chunk is IHDR (PNG, 11.2.1). */
    private static @Nullable Picture png(byte[] head) {
        return head.length < HEAD || !word(head, 12).equals("IHDR")
                ? null
                : new Picture(
                        FileKind.PNG,
                        ByteBuffer.wrap(head).getInt(16),
                        ByteBuffer.wrap(head).getInt(20),
                        1);
    }

    /** The logical screen (GIF89a, 18). */
    private static @Nullable Picture gif(byte[] head) {
        if (head.length < 13) {
            return null;
        }
        var data = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        return new Picture(FileKind.GIF, data.getShort(6) & 0xFFFF, data.getShort(8) & 0xFFFF, 1);
    }

    /** The first chunk (RFC 9649, sections 2.5 to 2.7). */
    private static @Nullable Picture webp(byte[] head) {
        if (head.length < HEAD) {
            return null;
        }
        var data = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        return switch (word(head, 12)) {
            case "VP8 " -> webp(data.getShort(26) & 0x3FFF, data.getShort(28) & 0x3FFF);
            case "VP8L" -> webp((data.getInt(21) & 0x3FFF) + 1, (data.getInt(21) >> 14 & 0x3FFF) + 1);
            case "VP8X" -> webp((data.getInt(24) & 0xFFFFFF) + 1, (data.getInt(27) & 0xFFFFFF) + 1);
            default -> null;
        };
    }

    private static Picture webp(int width, int height) {
        return new Picture(FileKind.WEBP, width, height, 1);
    }

    /** The segments before the picture's data (ITU T.81, annex B): one tells the size, and one may tell the orientation. */
    private static @Nullable Picture jpeg(DataInputStream data) throws IOException {
        int orientation = 1;
        data.skipNBytes(2);
        for (int marker = marker(data); marker > 0 && marker != 0xDA; marker = marker(data)) {
            if (marker == 0x01 || marker >= 0xD0 && marker <= 0xD8) {
                continue; // stands alone
            }
            int length = data.readUnsignedShort() - 2;
            if (length < 0 || marker == 0xD9) {
                return null;
            }
            byte[] segment = data.readNBytes(length);
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (segment.length < length || frame && length < 6) {
                return null;
            }
            if (frame) {
                var numbers = ByteBuffer.wrap(segment);
                return new Picture(
                        FileKind.JPEG, numbers.getShort(3) & 0xFFFF, numbers.getShort(1) & 0xFFFF, orientation);
            }
            if (marker == 0xE1 && orientation == 1) {
                orientation = orientation(segment);
            }
        }
        return null;
    }

    /** The next marker's code; less than 1 if there is none where one has to be. */
    private static int marker(DataInputStream data) throws IOException {
        if (data.read() != 0xFF) {
            return -1;
        }
        int code = data.read();
        while (code == 0xFF) {
            code = data.read();
        }
        return code;
    }

    /** What an Exif segment says about it (TIFF 6.0: a header, then the first directory's entries of 12 bytes each). */
    private static int orientation(byte[] segment) {
        if (segment.length < 16 || !new String(segment, 0, 4, StandardCharsets.US_ASCII).equals("Exif")) {
            return 1;
        }
        var tiff = ByteBuffer.wrap(Arrays.copyOfRange(segment, 6, segment.length));
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 1;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int at = directory + 2; entries > 0 && at <= tiff.limit() - 12; at += 12, entries--) {
            if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION) {
                int found = tiff.getShort(at + 8);
                return found >= 1 && found <= 8 ? found : 1;
            }
        }
        return 1;
    }

    private static String word(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.US_ASCII);
    }

    /** Whether it is shown lying on its side, seen from how it lies in the file. */
    boolean isTurned() {
        return orientation >= 5;
    }

    /** In pixels, as it is to be shown. */
    int shownWidth() {
        return isTurned() ? height : width;
    }

    int shownHeight() {
        return isTurned() ? width : height;
    }

    /** Whether a browser can show it with what memory people have. */
    boolean isBearable() {
        return Math.max(width, height) <= LONGEST_SIDE && pixels() <= MOST_PIXELS;
    }

    long pixels() {
        return (long) width * height;
    }
}
