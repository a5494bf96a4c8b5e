package dev.lodge.bench;

import dev.lodge.sla.hours.BusinessCalendar;
import dev.lodge.sla.hours.Holiday;
import dev.lodge.sla.hours.Holidays;
import dev.lodge.sla.hours.WeeklyHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Arithmetic of business time, a second, on one core: an office in Berlin with a lunch break, ten years with ten dated holidays each and
 * four of every year, and starts at random within those ten years.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class Calculator {

    private static final int FIRST_YEAR = 2020;
    private static final int STARTS = 4096;
    private static final Duration TARGET = Duration.ofHours(8);

    private final Instant[] starts = new Instant[STARTS];
    private final Instant[] ends = new Instant[STARTS];
    private BusinessCalendar calendar;
    private int next;

    @Setup
    public void prepare() {
        Random random = new Random(20_261_012);
        calendar = BusinessCalendar.of(ZoneId.of("Europe/Berlin"), hours(), holidays(random));
        Instant first = Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z");
        for (int i = 0; i < STARTS; i++) {
            starts[i] = first.plusSeconds(random.nextInt(10 * 365 * 24 * 3600));
            ends[i] = starts[i].plusSeconds(random.nextInt(30 * 24 * 3600));
        }
    }

    @Benchmark
    public Instant plusEightHours() {
        return calendar.plus(starts[next++ & (STARTS - 1)], TARGET);
    }

    @Benchmark
    public Duration betweenWithinAMonth() {
        int i = next++ & (STARTS - 1);
        return calendar.between(starts[i], ends[i]);
    }

    @Benchmark
    public boolean isOpen() {
        return calendar.isOpen(starts[next++ & (STARTS - 1)]);
    }

    /** About a century: some 195,000 hours of work, over two hundred turns of the clock. */
    @Benchmark
    public Instant plusACentury() {
        return calendar.plus(starts[next++ & (STARTS - 1)], Duration.ofHours(195_000));
    }

    private static WeeklyHours hours() {
        List<List<String>> day = List.of(List.of("09:00", "12:00"), List.of("13:00", "17:30"));
        return WeeklyHours.parse(
                Map.of("monday", day, "tuesday", day, "wednesday", day, "thursday", day, "friday", day));
    }

    private static Holidays holidays(Random random) {
        var all = new ArrayList<Holiday>();
        for (String day : List.of("01-01", "05-01", "12-25", "12-26")) {
            all.add(new Holiday(LocalDate.parse(FIRST_YEAR + "-" + day), "Every year", true));
        }
        for (int i = 0; i < 100; i++) {
            all.add(new Holiday(LocalDate.ofYearDay(FIRST_YEAR + i / 10, 1 + random.nextInt(365)), "Once", false));
        }
        return Holidays.of(all);
    }
}
