package dev.lodge.attachments;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How large something is, as people say it. */
public final class Sizes {

    public static final long MEGABYTE = 1 << 20;
    private static final long KILOBYTE = 1 << 10;
    private static final long GIGABYTE = 1 << 30;

    private Sizes() {}

    /** Two digits and a unit: {@code 84 kB}, {@code 2.1 MB}, {@code 1.5 GB}. */
    public static String words(long bytes) {
        if (bytes < MEGABYTE) {
            return Math.max(1, bytes / KILOBYTE) + " kB";
        }
        return bytes < GIGABYTE ? number(bytes, MEGABYTE) + " MB" : number(bytes, GIGABYTE) + " GB";
    }

    private static String number(long bytes, long unit) {
        var digits = bytes < 10 * unit ? new MathContext(2, RoundingMode.HALF_UP) : MathContext.DECIMAL32;
        var number = BigDecimal.valueOf((double) bytes / unit).round(digits);
        return (bytes < 10 * unit ? number : number.setScale(0, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }
}
