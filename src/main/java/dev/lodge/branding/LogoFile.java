package dev.lodge.branding;

import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.Brands;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A picture that somebody uploaded: one of the formats below by its own bytes, whatever its name says, and of bounded size. Only its
 * header is read, so that a small file that unfolds to a huge picture costs nothing.
 */
final class LogoFile {

    static final int LONGEST_SIDE = 2_048;

    private LogoFile() {}

    /** The formats that every browser shows and that cannot hold a script. */
    private enum Format {
        PNG("image/png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
        JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
        GIF("image/gif", 'G', 'I', 'F', '8'),
        WEBP("image/webp", 'R', 'I', 'F', 'F');

        private final String mediaType;
        private final int[] beginning;

        Format(String mediaType, int... beginning) {
            this.mediaType = mediaType;
            this.beginning = beginning;
        }

        boolean fits(byte[] bytes) {
            if (bytes.length < beginning.length) {
                return false;
            }
            for (int i = 0; i < beginning.length; i++) {
                if ((bytes[i] & 0xFF) != beginning[i]) {
                    return false;
                }
            }
            return this != WEBP
                    || bytes.length > 30 && new String(bytes, 8, 4, StandardCharsets.US_ASCII).equals("WEBP");
        }
    }

    /** @throws Invalid naming the field {@code logo} */
    static Brands.Logo of(byte[] bytes) {
        if (bytes.length > Brands.LARGEST_LOGO) {
            throw new Invalid("logo", "branding.invalid.logo_size", Brands.LARGEST_LOGO / 1024);
        }
        var format = Arrays.stream(Format.values())
                .filter(known -> known.fits(bytes))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "logo", looksLikeSvg(bytes) ? "branding.invalid.logo_svg" : "branding.invalid.logo_format"));
        var size = format == Format.WEBP ? sizeOfWebp(bytes) : sizeOf(bytes);
        if (size == null) {
            throw new Invalid("logo", "branding.invalid.logo_broken");
        }
        if (size.width() < 1 || size.height() < 1 || size.width() > LONGEST_SIDE || size.height() > LONGEST_SIDE) {
            throw new Invalid("logo", "branding.invalid.logo_dimensions", LONGEST_SIDE);
        }
        return new Brands.Logo(bytes, format.mediaType);
    }

    private record Size(int width, int height) {}

    private static @Nullable Size sizeOf(byte[] bytes) {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return null;
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return new Size(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return null; // readers throw whatever they stumble over
        }
    }

    /** The first chunk of a WebP file says how large the picture is (RFC 9649, sections 2.5 to 2.7). */
    private static @Nullable Size sizeOfWebp(byte[] bytes) {
        var data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return switch (new String(bytes, 12, 4, StandardCharsets.US_ASCII)) {
            case "VP8 " -> new Size(data.getShort(26) & 0x3FFF, data.getShort(28) & 0x3FFF);
            case "VP8L" -> new Size((data.getInt(21) & 0x3FFF) + 1, (data.getInt(21) >> 14 & 0x3FFF) + 1);
            case "VP8X" -> new Size((data.getInt(24) & 0xFFFFFF) + 1, (data.getInt(27) & 0xFFFFFF) + 1);
            default -> null;
        };
    }

    private static boolean looksLikeSvg(byte[] bytes) {
        var beginning = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.UTF_8);
        return beginning.contains("<svg") || beginning.stripLeading().startsWith("<?xml");
    }
}
