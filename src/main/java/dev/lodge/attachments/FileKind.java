package dev.lodge.attachments;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * What a file is by its own first bytes, whatever its name or sender says. None has a media type that a browser would execute: a page or
 * an SVG picture is text here, and a program is just bytes.
 */
public enum FileKind {
    PNG("image/png", "89504e470d0a1a0a", "png"),
    JPEG("image/jpeg", "ffd8ff", "jpg", "jpeg", "jpe", "jfif"),
    GIF("image/gif", "47494638", "gif"),
    WEBP("image/webp", "52494646", "webp"),
    WAV("audio/wav", "52494646", "wav"),
    PDF("application/pdf", "255044462d", "pdf"),
    MP4("video/mp4", "", "mp4", "m4v", "m4a", "mov"),
    HEIC("image/heic", "", "heic", "heif"),
    MATROSKA("video/webm", "1a45dfa3", "webm", "mkv"),
    OGG("application/ogg", "4f676753", "ogg", "oga", "ogv", "opus"),
    MP3("audio/mpeg", "494433", "mp3"),
    GZIP("application/gzip", "1f8b", "gz", "tgz"),
    SEVEN_ZIP("application/x-7z-compressed", "377abcaf271c", "7z"),
    RAR("application/vnd.rar", "526172211a07", "rar"),
    /** Also all that is made as an archive: documents of office programs, and some programs. The ending tells them apart. */
    ZIP("application/zip", "504b0304"),
    /** Older documents of office programs, and installers. */
    OLE("application/octet-stream", "d0cf11e0a1b11ae1"),
    WINDOWS_PROGRAM("application/octet-stream", "4d5a", "exe"),
    LINUX_PROGRAM("application/octet-stream", "7f454c46", "elf"),
    MAC_PROGRAM("application/octet-stream", "cffaedfe", "macho"),
    MAC_PROGRAM_32("application/octet-stream", "cefaedfe", "macho"),
    JAVA_CLASS("application/octet-stream", "cafebabe", "class"),
    ANDROID_PROGRAM("application/octet-stream", "6465780a", "dex"),
    WINDOWS_SHORTCUT("application/octet-stream", "4c0000000114020000000000", "lnk"),
    SCRIPT("text/plain", "2321", "sh"),
    TEXT("text/plain", ""),
    OTHER("application/octet-stream", "");

    /** How many of its first bytes tell what a file is. */
    public static final int TELLING = 4096;

    /** What endings say about archives; anything else is a mere archive. */
    private static final Map<String, String> MADE_AS_ARCHIVES = Map.of(
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "odt", "application/vnd.oasis.opendocument.text",
            "ods", "application/vnd.oasis.opendocument.spreadsheet",
            "odp", "application/vnd.oasis.opendocument.presentation");

    private final String mediaType;
    private final byte[] beginning;
    private final Set<String> endings;

    FileKind(String mediaType, String beginning, String... endings) {
        this.mediaType = mediaType;
        this.beginning = HexFormat.of().parseHex(beginning);
        this.endings = Set.of(endings);
    }

    /** @param bytes the first {@value #TELLING}, or all there are */
    public static FileKind of(byte[] bytes) {
        return Arrays.stream(values())
                .filter(kind -> kind.fits(bytes))
                .findFirst()
                .orElse(OTHER);
    }

    private boolean fits(byte[] bytes) {
        return switch (this) {
            case WEBP -> begins(bytes) && word(bytes, 8).equals("WEBP");
            case WAV -> begins(bytes) && word(bytes, 8).equals("WAVE");
            case HEIC -> word(bytes, 4).equals("ftyp") && word(bytes, 8).matches("hei[cxs]|mif1");
            case MP4 -> word(bytes, 4).equals("ftyp") && !HEIC.fits(bytes);
            // Two or three letters that a text may begin with, too.
            case WINDOWS_PROGRAM, MP3 -> begins(bytes) && !isText(bytes);
            case TEXT -> isText(bytes);
            case OTHER -> true;
            default -> begins(bytes);
        };
    }

    private boolean begins(byte[] bytes) {
        return bytes.length >= beginning.length
                && Arrays.equals(beginning, 0, beginning.length, bytes, 0, beginning.length);
    }

    private static String word(byte[] bytes, int at) {
        return bytes.length < at + 4 ? "" : new String(bytes, at, 4, StandardCharsets.US_ASCII);
    }

    /** UTF-8 without control characters. The last character may be cut. */
    private static boolean isText(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet >= 0 && octet < 0x20 && "\t\n\r\f\u001b".indexOf(octet) < 0) {
                return false;
            }
        }
        for (int cut = 0; cut < 4 && cut <= bytes.length; cut++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, bytes.length - cut));
                return true;
            } catch (CharacterCodingException perhapsCut) {
                // one byte less, then
            }
        }
        return false;
    }

    /** One of the formats that every browser shows and that cannot hold a script. */
    public boolean isPicture() {
        return this == PNG || this == JPEG || this == GIF || this == WEBP;
    }

    /** @param ending what the name ends with, which tells archives apart */
    public String mediaType(String ending) {
        return this == ZIP ? MADE_AS_ARCHIVES.getOrDefault(ending, mediaType) : mediaType;
    }

    /** What names of such files end with; empty if many kinds of files look alike. */
    Set<String> endings() {
        return endings;
    }
}
