package dev.lodge.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTests {

    @ParameterizedTest
    @CsvSource({"png, PNG", "jpg, JPEG", "gif, GIF"})
    void itsHeadSaysHowLargeItIs(String format, FileKind kind) throws IOException {
        assertThat(head(Pictures.of(format, 640, 200))).hasValue(new Picture(kind, 640, 200, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void aPictureCutAnywhereIsNoPictureOrOneOfKnownSize(String format) throws IOException {
        var whole = Pictures.of(format, 64, 20);
        for (int length = 0; length < Math.min(whole.length, 700); length++) {
            var picture = head(Arrays.copyOf(whole, length));
            picture.ifPresent(found -> assertThat(found.width()).isEqualTo(64));
        }
        assertThat(head("<svg/>".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void aThumbnailHasAtMost320PixelsOnASide(String format) throws IOException {
        var small = Pictures.read(thumbnail(Pictures.of(format, 1600, 500)).orElseThrow());

        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(small.getHeight()).isEqualTo(100);
        assertThat(new Color(small.getRGB(40, 50)).getRed()).isGreaterThan(200);
        assertThat(new Color(small.getRGB(280, 50)).getBlue()).isGreaterThan(200);
    }

    @Test
    void aSmallPictureStaysAsItIsAndATransparentOneTransparent() throws IOException {
        var thumbnail = thumbnail(Pictures.transparentPng(30, 20)).orElseThrow();

        assertThat(FileKind.of(thumbnail)).isEqualTo(FileKind.PNG);
        assertThat(Pictures.read(thumbnail).getWidth()).isEqualTo(30);
        assertThat(FileKind.of(thumbnail(Pictures.of("png", 30, 20)).orElseThrow()))
                .isEqualTo(FileKind.JPEG);
    }

    @Test
    void aPictureOfACameraHeldUprightIsShownUpright() throws IOException {
        var turned = Pictures.turnedJpeg(1600, 800, 6);
        var picture = head(turned).orElseThrow();
        var small = Pictures.read(thumbnail(turned).orElseThrow());

        assertThat(picture.orientation()).isEqualTo(6);
        assertThat(picture.shownWidth()).isEqualTo(800);
        assertThat(small.getHeight()).isEqualTo(320);
        assertThat(small.getWidth()).isEqualTo(160);
        // What lay on the left is above now.
        assertThat(new Color(small.getRGB(80, 40)).getRed()).isGreaterThan(200);
        assertThat(new Color(small.getRGB(80, 280)).getBlue()).isGreaterThan(200);
    }

    @Test
    void whatUnpacksToGigabytesIsNotUnpacked() throws IOException {
        var huge = Pictures.pngBomb(65_000, 65_000, 1);

        assertThat(head(huge).orElseThrow().isBearable()).isFalse();
        assertThat(thumbnail(huge)).isEmpty();
        assertThat(head(Pictures.pngBomb(-1, 100, 1))).isEmpty();
    }

    @Test
    void aTextInAPictureIsNotUnpackedEither() throws IOException {
        var bomb = Pictures.pngBomb(100, 100, 2_000);
        assertThat(bomb).hasSizeLessThan(3 << 20);

        assertThat(thumbnail(bomb)).isPresent();
    }

    @Test
    void whatLiesAboutItsSizeHasNoThumbnailAndDoesNoHarm() throws IOException {
        var whole = Pictures.of("png", 64, 64);
        assertThat(Thumbnails.of(new Picture(FileKind.JPEG, 64, 64, 1), new ByteArrayInputStream(whole)))
                .isEmpty();
    }

    private static Optional<Picture> head(byte[] bytes) throws IOException {
        return Picture.of(new ByteArrayInputStream(bytes));
    }

    private static Optional<byte[]> thumbnail(byte[] bytes) throws IOException {
        return Thumbnails.of(head(bytes).orElseThrow(), new ByteArrayInputStream(bytes));
    }
}
