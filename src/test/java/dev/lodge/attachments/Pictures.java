package dev.lodge.attachments;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures for tests: honest ones, and some that are not what they seem. */
final class Pictures {

    private Pictures() {}

    /** Its left half is red, the other blue. */
    static byte[] of(String format, int width, int height) {
        return written(format, drawn(width, height, BufferedImage.TYPE_INT_RGB));
    }

    static byte[] transparentPng(int width, int height) {
        return written("png", drawn(width, height, BufferedImage.TYPE_INT_ARGB));
    }

    private static BufferedImage drawn(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return image;
    }

    private static byte[] written(String format, BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** As a camera writes it that was held upright: the picture lies on its side, and its head says how. */
    static byte[] turnedJpeg(int width, int height, int orientation) {
        var plain = of("jpg", width, height);
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        var bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 2);
        bytes.writeBytes(exif);
        bytes.write(plain, 2, plain.length - 2);
        return bytes.toByteArray();
    }

    /** A PNG file of a few bytes whose head claims any size, with a text in it that unpacks to many megabytes. */
    static byte[] pngBomb(int width, int height, int megabytesOfText) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        var header = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(header)) {
            data.writeInt(width);
            data.writeInt(height);
            data.write(new byte[] {8, 3, 0, 0, 0}); // with a palette
            chunk(bytes, "IHDR", header.toByteArray());
            chunk(bytes, "PLTE", new byte[] {0, 0, 0});
            var text = new ByteArrayOutputStream();
            text.writeBytes("Comment\0\0".getBytes(StandardCharsets.US_ASCII));
            text.writeBytes(deflated(new byte[1 << 20], megabytesOfText));
            chunk(bytes, "zTXt", text.toByteArray());
            chunk(bytes, "IDAT", deflated(new byte[(width + 1)], Math.min(height, 4000)));
            chunk(bytes, "IEND", new byte[0]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflated(byte[] block, int times) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                deflater.write(block);
            }
        }
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream into, String type, byte[] content) throws IOException {
        var data = new DataOutputStream(into);
        data.writeInt(content.length);
        var typed = new ByteArrayOutputStream();
        typed.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        typed.writeBytes(content);
        data.write(typed.toByteArray());
        var checksum = new CRC32();
        checksum.update(typed.toByteArray());
        data.writeInt((int) checksum.getValue());
    }
}
