package dev.lodge.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodge.problem.Invalid;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogoFileTests {

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpg, image/jpeg", "gif, image/gif"})
    void theTypeComesFromTheBytes(String format, String type) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), format, bytes);

        assertThat(LogoFile.of(bytes.toByteArray()).mediaType()).isEqualTo(type);
    }

    @Test
    void theSizeOfAWebpPictureStandsInItsFirstChunk() {
        assertThat(LogoFile.of(webp(2048)).mediaType()).isEqualTo("image/webp");
        assertThatThrownBy(() -> LogoFile.of(webp(2049))).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<svg/>", "<?xml version='1.0'?>", "GIF89a", "\u0089PNG", "RIFFxxxxWEBPVP8?", "%PDF-1.7"})
    void anythingElseIsRefused(String content) {
        assertThatThrownBy(() -> LogoFile.of(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Invalid.class);
    }

    private static byte[] webp(int width) {
        var bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(32)
                .put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII));
        bytes.putInt(10).putInt(0).putInt(24, width - 1).putShort(27, (short) 99);
        return bytes.array();
    }
}
