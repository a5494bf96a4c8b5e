package dev.lodge.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.knowledge.TextDiff.Kind;
import dev.lodge.knowledge.TextDiff.Line;
import dev.lodge.knowledge.TextDiff.Part;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiffTests {

    @Test
    void linesThatTookEachOthersPlaceAreComparedByWords() {
        assertThat(TextDiff.between("a\nWax it twice\nz", "a\nWax it once\nz").lines())
                .containsExactly(
                        new Line(Kind.SAME, List.of(new Part(Kind.SAME, "a"))),
                        new Line(Kind.GONE, List.of(new Part(Kind.SAME, "Wax it "), new Part(Kind.GONE, "twice"))),
                        new Line(Kind.NEW, List.of(new Part(Kind.SAME, "Wax it "), new Part(Kind.NEW, "once"))),
                        new Line(Kind.SAME, List.of(new Part(Kind.SAME, "z"))));
    }

    @Test
    void farFromAChangeNothingIsShown() {
        String text = IntStream.range(0, 50).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
        var shown = TextDiff.between(text, text + "\nnew").around(2);

        assertThat(shown).hasSize(4).startsWith((Line) null);
        assertThat(TextDiff.between(text, text).isEmpty()).isTrue();
    }

    @Test
    void bothTextsCanBeReadInTheirDifference() {
        var random = new Random(7);
        for (int round = 0; round < 400; round++) {
            String before = lines(random);
            String after = lines(random);
            var diff = TextDiff.between(before, after);

            assertThat(side(diff, Kind.NEW)).isEqualTo(before);
            assertThat(side(diff, Kind.GONE)).isEqualTo(after);
        }
    }

    private static String lines(Random random) {
        return IntStream.range(0, 1 + random.nextInt(30))
                .mapToObj(i -> "line " + random.nextInt(6) + (random.nextBoolean() ? " more" : ""))
                .collect(Collectors.joining("\n"));
    }

    private static String side(TextDiff diff, Kind without) {
        return diff.lines().stream()
                .filter(line -> line.kind() != without)
                .map(line -> line.parts().stream().map(Part::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void twoLongTextsWithNothingInCommonAreToldApartSoon() {
        String before = IntStream.range(0, 20_000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
        String after = IntStream.range(0, 20_001).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));

        assertThat(TextDiff.between(before, after).lines()).hasSize(40_001);
    }
}
