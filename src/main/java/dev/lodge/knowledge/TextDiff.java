package dev.lodge.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two texts, by lines, and within lines that took each other's place by words (the shortest way from one to
 * the other, after Myers 1986; texts too different for that are shown as taken away and put there).
 *
 * @param lines in order
 */
public record TextDiff(List<Line> lines) {

    /** Steps after which two texts count as having nothing in common. */
    private static final int FARTHEST = 2_000;

    private static final Pattern WORDS = Pattern.compile("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)");

    /** What became of a line or a word. */
    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    /** Part of a line. */
    public record Part(Kind kind, String text) {}

    /** One line, of one kind, in parts. */
    public record Line(Kind kind, List<Part> parts) {}

    public static TextDiff between(String before, String after) {
        var lines = new ArrayList<Line>();
        var gone = new ArrayList<String>();
        var young = new ArrayList<String>();
        for (Part line : steps(List.of(before.split("\r?\n", -1)), List.of(after.split("\r?\n", -1)))) {
            switch (line.kind()) {
                case GONE -> gone.add(line.text());
                case NEW -> young.add(line.text());
                case SAME -> {
                    exchange(gone, young, lines);
                    lines.add(new Line(Kind.SAME, List.of(line)));
                }
            }
        }
        exchange(gone, young, lines);
        return new TextDiff(List.copyOf(lines));
    }

    /** Only what changed, and so many lines around it; null stands where lines are left out. */
    public List<@Nullable Line> around(int context) {
        var shown = new ArrayList<@Nullable Line>();
        boolean gap = false;
        for (int i = 0; i < lines.size(); i++) {
            boolean near = false;
            for (int j = Math.max(0, i - context); j <= Math.min(lines.size() - 1, i + context); j++) {
                near |= lines.get(j).kind() != Kind.SAME;
            }
            if (near) {
                shown.add(lines.get(i));
            } else if (!gap) {
                shown.add(null);
            }
            gap = !near;
        }
        return shown;
    }

    public boolean isEmpty() {
        return lines.stream().allMatch(line -> line.kind() == Kind.SAME);
    }

    /** Lines that take the place of as many others are compared word by word. */
    private static void exchange(List<String> gone, List<String> young, List<Line> lines) {
        if (gone.size() == young.size()) {
            for (int i = 0; i < gone.size(); i++) {
                var parts = steps(List.of(WORDS.split(gone.get(i))), List.of(WORDS.split(young.get(i))));
                lines.add(new Line(Kind.GONE, joined(parts, Kind.NEW)));
                lines.add(new Line(Kind.NEW, joined(parts, Kind.GONE)));
            }
        } else {
            gone.forEach(line -> lines.add(new Line(Kind.GONE, List.of(new Part(Kind.GONE, line)))));
            young.forEach(line -> lines.add(new Line(Kind.NEW, List.of(new Part(Kind.NEW, line)))));
        }
        gone.clear();
        young.clear();
    }

    private static List<Part> joined(List<Part> parts, Kind without) {
        var joined = new ArrayList<Part>();
        for (Part part : parts) {
            if (part.kind() == without) {
                continue;
            }
            boolean goesOn = !joined.isEmpty() && joined.getLast().kind() == part.kind();
            joined.add(goesOn ? new Part(part.kind(), joined.removeLast().text() + part.text()) : part);
        }
        return List.copyOf(joined);
    }

    private static List<Part> steps(List<String> before, List<String> after) {
        int start = 0;
        int common = Math.min(before.size(), after.size());
        while (start < common && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < common - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        var steps = new ArrayList<Part>();
        before.subList(0, start).forEach(same -> steps.add(new Part(Kind.SAME, same)));
        steps.addAll(middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end)));
        before.subList(before.size() - end, before.size()).forEach(same -> steps.add(new Part(Kind.SAME, same)));
        return steps;
    }

    private static List<Part> middle(List<String> before, List<String> after) {
        int farthest = Math.min(FARTHEST, before.size() + after.size());
        var trail = new ArrayList<int[]>();
        int[] reached = new int[2 * farthest + 3];
        int zero = farthest + 1;
        for (int d = 0; d <= farthest; d++) {
            trail.add(Arrays.copyOfRange(reached, zero - d - 1, zero + d + 2));
            for (int k = -d; k <= d; k += 2) {
                boolean down = k == -d || k != d && reached[zero + k - 1] < reached[zero + k + 1];
                int x = down ? reached[zero + k + 1] : reached[zero + k - 1] + 1;
                int y = x - k;
                while (x < before.size() && y < after.size() && before.get(x).equals(after.get(y))) {
                    x++;
                    y++;
                }
                reached[zero + k] = x;
                if (x >= before.size() && y >= after.size()) {
                    return way(before, after, trail);
                }
            }
        }
        var apart = new ArrayList<Part>();
        before.forEach(gone -> apart.add(new Part(Kind.GONE, gone)));
        after.forEach(young -> apart.add(new Part(Kind.NEW, young)));
        return apart;
    }

    /** From the end back to the beginning. */
    private static List<Part> way(List<String> before, List<String> after, List<int[]> trail) {
        var way = new ArrayList<Part>();
        int x = before.size();
        int y = after.size();
        for (int d = trail.size() - 1; d >= 0; d--) {
            int[] reached = trail.get(d);
            int zero = d + 1;
            int k = x - y;
            boolean down = k == -d || k != d && reached[zero + k - 1] < reached[zero + k + 1];
            int from = down ? k + 1 : k - 1;
            int startX = d == 0 ? 0 : reached[zero + from];
            int startY = d == 0 ? 0 : startX - from;
            while (x > startX
                    && y > startY
                    && x > 0
                    && y > 0
                    && before.get(x - 1).equals(after.get(y - 1))) {
                way.add(new Part(Kind.SAME, before.get(--x)));
                y--;
            }
            if (d > 0) {
                way.add(down ? new Part(Kind.NEW, after.get(--y)) : new Part(Kind.GONE, before.get(--x)));
            }
        }
        return way.reversed();
    }
}
