package dev.lodge.tickets.page;

import java.util.Arrays;
import java.util.List;

/** Tags as one field holds them: words, with commas or spaces between. */
final class Tags {

    private Tags() {}

    static List<String> split(String field) {
        return Arrays.stream(field.split("[,\\s]+"))
                .filter(tag -> !tag.isEmpty())
                .toList();
    }
}
