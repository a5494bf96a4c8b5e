package dev.lodge.portal.help;

import dev.lodge.tenancy.HomeBlock;
import java.util.List;
import java.util.Optional;

/**
 * Blocks of the front that stand side by side.
 *
 * @param columns one or two, each with its blocks from top to bottom
 */
public record FrontRow(List<List<HomeBlock>> columns) {

    static FrontRow alone(HomeBlock block) {
        return new FrontRow(List.of(List.of(block)));
    }

    /** Whether a block takes the whole width. */
    static boolean isWhole(HomeBlock block) {
        return block == HomeBlock.SEARCH || block == HomeBlock.CATEGORIES;
    }

    /** The first block begins a column. What is read is wide and has a column for itself, where there is more than it. */
    static Optional<FrontRow> of(List<HomeBlock> blocks) {
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        boolean popularFirst = blocks.getFirst() == HomeBlock.POPULAR;
        List<HomeBlock> first = blocks.contains(HomeBlock.POPULAR) && !popularFirst
                ? blocks.stream().filter(block -> block != HomeBlock.POPULAR).toList()
                : List.of(blocks.getFirst());
        var second = blocks.stream().filter(block -> !first.contains(block)).toList();
        return Optional.of(new FrontRow(second.isEmpty() ? List.of(first) : List.of(first, second)));
    }

    public boolean isSplit() {
        return columns.size() > 1;
    }

    /** Whether the narrow column comes first. */
    public boolean isTurned() {
        return isSplit() && columns.getLast().contains(HomeBlock.POPULAR);
    }
}
