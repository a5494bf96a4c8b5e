package dev.lodge.attachments;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A PNG file without the chunks that no picture needs. Compressed texts and profiles among them may be bombs of their own, which the
 * decoder would unpack before it looks at the picture.
 */
final class EssentialPng extends InputStream {

    private static final Set<String> ESSENTIAL = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int SIGNATURE = 8;
    private static final int LENGTH_AND_TYPE = 8;
    private static final int CHECKSUM = 4;

    private final InputStream whole;
    /** What was taken from the file and is handed on before anything else is read. */
    private ByteBuffer ahead;
    /** Bytes of the present chunk that are still to be handed on. */
    private long left;

    EssentialPng(InputStream whole) throws IOException {
        this.whole = whole;
        this.ahead = ByteBuffer.wrap(whole.readNBytes(SIGNATURE));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!ahead.hasRemaining() && left == 0 && !findChunk()) {
            return -1;
        }
        if (ahead.hasRemaining()) {
            int handed = Math.min(length, ahead.remaining());
            ahead.get(into, offset, handed);
            return handed;
        }
        int read = whole.read(into, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException();
        }
        left -= read;
        return read;
    }

    private boolean findChunk() throws IOException {
        while (true) {
            byte[] head = whole.readNBytes(LENGTH_AND_TYPE);
            if (head.length < LENGTH_AND_TYPE) {
                return false;
            }
            long rest = (ByteBuffer.wrap(head).getInt() & 0xFFFFFFFFL) + CHECKSUM;
            if (ESSENTIAL.contains(new String(head, 4, 4, StandardCharsets.US_ASCII))) {
                ahead = ByteBuffer.wrap(head);
                left = rest;
                return true;
            }
            whole.skipNBytes(rest);
        }
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
