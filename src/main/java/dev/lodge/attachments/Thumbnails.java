package dev.lodge.attachments;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileCacheImageInputStream;

/**
 * Smaller pictures of large ones. Only every so many pixels are taken from the file, so that memory holds about the small one; and one is
 * made at a time, because some formats have to be unpacked in one piece outside the heap.
 */
public final class Thumbnails {

    static final int LONGEST_SIDE = 320;

    /** More than this is not unpacked. */
    public static final long MOST_PIXELS = 40_000_000;

    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1);

    private Thumbnails() {}

    /** A PNG or JPEG picture; empty where none can be made. */
    static Optional<byte[]> of(Picture picture, InputStream content) throws IOException {
        return made(picture, content, LONGEST_SIDE, UnaryOperator.identity());
    }

    /**
     * A JPEG picture for a page, upright, on white where it is transparent, and with nothing else of the file in it.
     *
     * @param longest what a side has at most, in pixels; a small picture is not made larger
     * @return empty where none can be made: of WebP, of more than {@link #MOST_PIXELS}, and of what cannot be read
     */
    public static Optional<byte[]> reduced(Picture picture, InputStream content, int longest) throws IOException {
        return made(picture, content, longest, Thumbnails::onWhite);
    }

    private static Optional<byte[]> made(
            Picture picture, InputStream content, int longest, UnaryOperator<BufferedImage> finish) throws IOException {
        if (picture.kind() == FileKind.WEBP || picture.pixels() > MOST_PIXELS) {
            return Optional.empty();
        }
        ONE_AT_A_TIME.acquireUninterruptibly();
        try {
            var upright = upright(read(picture, content, longest), picture.orientation());
            return Optional.of(written(finish.apply(small(upright, longest))));
        } catch (IOException | RuntimeException broken) {
            return Optional.empty(); // readers throw whatever they stumble over
        } finally {
            ONE_AT_A_TIME.release();
        }
    }

    private static BufferedImage read(Picture picture, InputStream content, int longest) throws IOException {
        var essential = picture.kind() == FileKind.PNG ? new EssentialPng(content) : content;
        var reader = ImageIO.getImageReadersByFormatName(picture.kind().name()).next();
        try (var input = new FileCacheImageInputStream(essential, null)) {
            reader.setInput(input, true, true);
            return taken(reader, longest);
        } finally {
            reader.dispose();
        }
    }

    /** The frame's own size counts: that of an animation's first may differ from what its head says. */
    private static BufferedImage taken(ImageReader reader, int longest) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            throw new IOException("Too large a frame");
        }
        int step = Math.max(1, (int) Math.max(width, height) / Math.max(2 * LONGEST_SIDE, longest));
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        var turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        boolean turned = orientation >= 5;
        return drawn(image, turn, turned ? height : width, turned ? width : height);
    }

    private static BufferedImage small(BufferedImage image, int longest) {
        double scale = Math.min(1, (double) longest / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        return drawn(image, AffineTransform.getScaleInstance(scale, scale), width, height);
    }

    private static BufferedImage onWhite(BufferedImage image) {
        var white = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = white.createGraphics();
        pen.drawImage(image, 0, 0, Color.WHITE, null);
        pen.dispose();
        return white;
    }

    private static BufferedImage drawn(BufferedImage image, AffineTransform how, int width, int height) {
        boolean transparent = image.getColorModel().hasAlpha();
        var drawn = new BufferedImage(
                width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, how, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] written(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, image.getColorModel().hasAlpha() ? "png" : "jpg", bytes);
        return bytes.toByteArray();
    }
}
