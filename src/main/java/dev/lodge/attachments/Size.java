package dev.lodge.attachments;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.springframework.context.MessageSourceResolvable;

/**
 * How large something is, said in two digits and a unit of the reader's language, {@code 84 kB}, {@code 2.1 MB}, {@code 1,5 Go}: a value
 * that a text can be given.
 *
 * @param bytes not negative; less than a kilobyte is said to be one
 */
public record Size(long bytes) implements MessageSourceResolvable {

    public static final long MEGABYTE = 1 << 20;
    private static final long KILOBYTE = 1 << 10;
    private static final long GIGABYTE = 1 << 30;

    @Override
    public String[] getCodes() {
        return new String[] {"attachments.size." + (bytes < MEGABYTE ? "kb" : bytes < GIGABYTE ? "mb" : "gb")};
    }

    @Override
    public Object[] getArguments() {
        return new Object[] {
            bytes < MEGABYTE ? Math.max(1, bytes / KILOBYTE) : number(bytes < GIGABYTE ? MEGABYTE : GIGABYTE)
        };
    }

    private BigDecimal number(long unit) {
        boolean fine = bytes < 10 * unit;
        var number = BigDecimal.valueOf((double) bytes / unit);
        return fine ? number.round(new MathContext(2, RoundingMode.HALF_UP)) : number.setScale(0, RoundingMode.HALF_UP);
    }
}
