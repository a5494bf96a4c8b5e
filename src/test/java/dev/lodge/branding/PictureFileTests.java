package dev.lodge.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.BrandPicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureFileTests {

    @Test
    void anIconIsPngOrIcoByItsOwnBytes() throws IOException {
        assertThat(PictureFile.of(BrandPicture.FAVICON, picture("png", 32, 32)).mediaType())
                .isEqualTo("image/png");
        assertThat(PictureFile.of(BrandPicture.FAVICON, ico(picture("png", 32, 32)))
                        .mediaType())
                .isEqualTo("image/x-icon");
        assertThat(PictureFile.of(BrandPicture.FAVICON, ico(bitmap(16, 32))).mediaType())
                .isEqualTo("image/x-icon");
    }

    @Test
    void otherFormatsAreNoIcons() throws IOException {
        refused(picture("gif", 16, 16), "branding.invalid.icon_format");
        refused(picture("jpg", 16, 16), "branding.invalid.icon_format");
        refused(
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
                "branding.invalid.logo_svg");
        refused(
                ico("<svg onload='alert(1)'>and much more than forty bytes".getBytes(StandardCharsets.UTF_8)),
                "branding.invalid.logo_broken");
    }

    @Test
    void whatWouldUnfoldToSomethingHugeIsRefusedByItsHeader() throws IOException {
        byte[] bomb = picture("png", 16, 16);
        ByteBuffer.wrap(bomb).putInt(16, 50_000).putInt(20, 50_000);

        refused(bomb, "branding.invalid.logo_dimensions");
        refused(ico(bomb), "branding.invalid.logo_dimensions");
        refused(ico(bitmap(60_000, 120_000)), "branding.invalid.logo_dimensions");
        refused(picture("png", 513, 16), "branding.invalid.logo_dimensions");
    }

    @Test
    void aDirectoryThatPointsOutOfItsFileIsRefused() throws IOException {
        byte[] beyond = ico(picture("png", 16, 16));
        ByteBuffer.wrap(beyond).order(ByteOrder.LITTLE_ENDIAN).putInt(6 + 8, Integer.MAX_VALUE);
        byte[] negative = ico(picture("png", 16, 16));
        ByteBuffer.wrap(negative).order(ByteOrder.LITTLE_ENDIAN).putInt(6 + 12, -4);
        byte[] many = ico(picture("png", 16, 16));
        ByteBuffer.wrap(many).order(ByteOrder.LITTLE_ENDIAN).putShort(4, (short) -1);

        refused(beyond, "branding.invalid.logo_broken");
        refused(negative, "branding.invalid.logo_broken");
        refused(many, "branding.invalid.logo_broken");
    }

    private static void refused(byte[] bytes, String key) {
        assertThatThrownBy(() -> PictureFile.of(BrandPicture.FAVICON, bytes))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors().of("favicon"))
                                .extracting(message -> message.key())
                                .containsExactly(key));
    }

    /** One picture in an icon's directory. */
    private static byte[] ico(byte[] picture) {
        return ByteBuffer.allocate(22 + picture.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(0)
                .putInt(0)
                .putInt(picture.length)
                .putInt(22)
                .put(picture)
                .array();
    }

    private static byte[] bitmap(int width, int height) {
        return ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(40)
                .putInt(width)
                .putInt(height)
                .array();
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
